# The screens are built in the first stage; the second holds only what serves them.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY shared shared
COPY client client
RUN node_modules/.bin/vite build --config client/vite.config.ts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node 24; the pinned one that npm scripts use is optional.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY shared shared
COPY db db
COPY server server
COPY --from=build /app/client/dist client/dist
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=4", "server/main.ts"]
