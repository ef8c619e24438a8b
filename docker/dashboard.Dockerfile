# The dashboard. Build from the project's folder:
#   docker build -f docker/dashboard.Dockerfile -t igny8/dashboard .
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY codegen/package.json codegen/
COPY codegen/sdk/package.json codegen/sdk/
COPY backend/package.json backend/
COPY frontend/package.json frontend/
COPY wp-plugin/package.json wp-plugin/
RUN npm ci --no-audit
COPY tsconfig.base.json ./
COPY codegen codegen
COPY frontend frontend
COPY wp-plugin wp-plugin
RUN mkdir -p frontend/public && node wp-plugin/tools/zip.ts frontend/public/igny8-bridge.zip
RUN cd codegen/sdk && npx tsup --silent
RUN cd frontend && NODE_ENV=production npx next build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
COPY --from=build /app/frontend/.next/standalone ./
COPY --from=build /app/frontend/.next/static frontend/.next/static
COPY --from=build /app/frontend/public frontend/public
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/sign-in').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "frontend/server.js"]
