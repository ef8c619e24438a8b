import { type DynamicModule, Inject, Module, type Type } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { AppModule } from '../../src/app.module.js';
import type { Config } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import type { OpenApi } from './normal-form.js';

/** What the running app says of itself: made of its decorators and classes, never of openapi.yaml. */
export function documentOf(app: NestFastifyApplication): OpenApi {
  const options = new DocumentBuilder().setOpenAPIVersion('3.1.0').addBearerAuth({ type: 'http' }, 'bearer').build();
  return SwaggerModule.createDocument(app, options) as unknown as OpenApi;
}

/** Pages for people and the contract itself: no operations of it. */
const DOCS = /^\/docs(\/|$)/;

/** Notes every route that is mounted. */
@Module({})
export class MountedRoutes {
  /** `GET /sites/{id}`, as the contract writes it, without a final slash. */
  readonly operations = new Set<string>();

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    host.httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route) => {
      this.note(route);
    });
  }

  private note({ method, url }: RouteOptions): void {
    if (DOCS.test(url)) return;
    const path = url.replaceAll(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '');
    // Fastify answers HEAD wherever there is a GET.
    for (const each of [method].flat().filter((name) => name !== 'HEAD')) this.operations.add(`${each} ${path}`);
  }
}

/** The app, with its mounted routes noted: `app.get(MountedRoutes)`. */
export function startWatched(
  config: Config,
  rooms: readonly (DynamicModule | Type)[] = [AppModule.with(config)],
): Promise<NestFastifyApplication> {
  @Module({ imports: [MountedRoutes, ...rooms] })
  class WatchedApp {}
  return createHttpApp(WatchedApp, config);
}
