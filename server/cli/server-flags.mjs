/**
 * How Node runs the server. Young objects get 4 MB instead of up to 64: what a request leaves behind is small, and a clinic's
 * machine has other things to keep in memory. Measured by `npm run bench`; the image starts it with the same.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];
