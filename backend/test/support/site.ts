import { randomUUID } from 'node:crypto';
import type {
  ConnectRequest,
  ConnectResult,
  Integration,
  Site,
  UpdateStructureRequest,
  UpdateStructureResult,
} from '../../src/generated/contract.js';
import type { Answer, TestApp } from './app.js';

/** The specification's own example of a push. */
export const SPECIFICATION_PUSH = {
  post_types: {
    post: { label: 'Posts', count: 123 },
    page: { label: 'Pages', count: 45 },
    product: { label: 'Products', count: 67 },
  },
  taxonomies: {
    category: { label: 'Categories', count: 12 },
    post_tag: { label: 'Tags', count: 89 },
  },
  plugin_connection_enabled: true,
  two_way_sync_enabled: true,
} as const satisfies UpdateStructureRequest;

/** A WordPress as the backend sees it: what its plugin would send. */
export class TestSite {
  readonly siteUuid = randomUUID();
  readonly homeUrl: string;
  readonly site: Site;
  readonly integrationId: string;
  readonly path: string;
  apiKey = '';
  private readonly app: TestApp;

  private constructor(app: TestApp, site: Site, integration: Integration) {
    this.app = app;
    this.site = site;
    this.homeUrl = site.home_url;
    this.integrationId = integration.id;
    this.path = `/integration/integrations/${integration.id}`;
  }

  /** A site of the account with a temporary integration, not connected. */
  static async create(app: TestApp, token: string, { isTemporary = true } = {}): Promise<TestSite> {
    const site = await app.post<Site>('/sites/', { token, body: { home_url: `https://${randomUUID()}.example` } });
    const integration = await app.post<Integration>('/integration/integrations/', {
      token,
      body: { site_id: site.body.id, is_temporary: isTemporary },
    });
    return new TestSite(app, site.body, integration.body);
  }

  /** Connected and pushed: ready. */
  static async createReady(app: TestApp, token: string, push: UpdateStructureRequest = SPECIFICATION_PUSH): Promise<TestSite> {
    const site = await TestSite.create(app, token);
    await site.connect(token);
    await site.push(push);
    return site;
  }

  get headers(): Record<string, string> {
    return { 'igny8-site-uuid': this.siteUuid, 'igny8-home-url': this.homeUrl };
  }

  connectBody(more: Partial<ConnectRequest> = {}): ConnectRequest {
    return {
      attempt_id: randomUUID(),
      site_uuid: this.siteUuid,
      home_url: this.homeUrl,
      rest_url: `${this.homeUrl}/wp-json/`,
      environment_type: 'production',
      versions: { wordpress: '6.8', php: '8.2', plugin: '0.1.0' },
      ...more,
    };
  }

  async connect(token: string, more: Partial<ConnectRequest> = {}): Promise<ConnectResult> {
    const { body } = await this.app.post<ConnectResult>(`${this.path}/connect/`, {
      token,
      body: this.connectBody(more),
      headers: this.headers,
    });
    this.apiKey = body.api_key;
    return body;
  }

  push<Body = UpdateStructureResult>(body: unknown = SPECIFICATION_PUSH, token = this.apiKey): Promise<Answer<Body>> {
    return this.app.post<Body>(`${this.path}/update-structure/`, { token, body, headers: this.headers });
  }
}
