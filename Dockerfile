# Builds the server with its packages in a few files, and the pages.
FROM node:24-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

# Node and what it runs: no shell, no npm, no compiler, no node_modules. It writes no file.
FROM gcr.io/distroless/nodejs24-debian13:nonroot
LABEL org.opencontainers.image.title="avepoint-jobs-graphql" \
      org.opencontainers.image.description="One GraphQL API over the job endpoints of AvePoint Cloud Backup" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/schema ./schema
COPY --from=build /build/dist/server ./dist/server
COPY --from=build /build/dist/playground ./dist/playground
COPY --from=build /build/dist/dashboard ./dist/dashboard
# With NODE_ENV=production the simulator has to be asked for; beyond loopback, callers have to be named. The heap suits PAGE_MEMORY_MB=24;
# what is young in it has a limit of its own, which is far higher in Node 24 than in Node 20.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    NODE_OPTIONS="--max-old-space-size=192 --max-semi-space-size=16"
USER 65532:65532
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["/nodejs/bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "dist/server/main.js"]
