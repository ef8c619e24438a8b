# The backend: API and command line. Build from the project's folder:
#   docker build -f docker/backend.Dockerfile -t igny8/backend .
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY codegen/package.json codegen/
COPY codegen/sdk/package.json codegen/sdk/
COPY backend/package.json backend/
COPY frontend/package.json frontend/
COPY wp-plugin/package.json wp-plugin/

FROM packages AS build
RUN npm ci -w @igny8/backend --no-audit
COPY backend backend
RUN cd backend && npx swc src -d dist --strip-leading-paths -q

# What runs, without what builds. Optional packages stay: the password hash has its binary in one.
FROM packages AS run
RUN npm ci -w @igny8/backend --omit=dev --no-audit && node -e "import('@node-rs/argon2')"

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production IGNY8_API_HOST=0.0.0.0
COPY --from=run /app ./
COPY --from=build /app/backend/dist backend/dist
COPY openapi.yaml ./
COPY docs/api docs/api
RUN printf '#!/bin/sh\nexec node /app/backend/dist/cli.js "$@"\n' > /usr/local/bin/igny8 && chmod 755 /usr/local/bin/igny8
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.IGNY8_API_PORT || 4000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "backend/dist/main.js"]
