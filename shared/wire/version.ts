/** Number of the wire's language. A test hashes the wire schemas and fails until this is raised with them. */
export const WIRE_PROTOCOL = 3;
