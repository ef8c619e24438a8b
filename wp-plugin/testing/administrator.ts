import type { WordPress } from './wordpress.ts';

/** Somebody who is signed in and uses the admin pages without JavaScript: follows links and sends forms. */
export interface Administrator {
  /** Opens a page, by its address or its path below /wp-admin/. @throws when it answers anything but 200 */
  open(page: string): Promise<string>;
  /** Sends the form of a page whose address contains `to`, with its hidden fields. */
  send(page: string, to: string, fields?: Readonly<Record<string, string | File>>): Promise<string>;
}

/** Signs in. */
export async function signIn(site: WordPress): Promise<Administrator> {
  const cookies = new Map<string, string>();
  const admin = `${site.url}/wp-admin/`;
  const request = async (address: string, body?: URLSearchParams | FormData): Promise<string> => {
    let url = new URL(address, admin);
    let sent = body;
    for (let hops = 0; hops < 5; hops++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        method: sent === undefined ? 'GET' : 'POST',
        headers: { cookie },
        redirect: 'manual',
        ...(sent === undefined ? {} : { body: sent }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (name !== undefined) cookies.set(name, value ?? '');
      }
      const text = await response.text();
      const location = response.headers.get('location');
      if (location === null) {
        if (response.status !== 200) throw new Error(`${url.href} answers ${String(response.status)}:\n${text.slice(0, 2000)}`);
        return text;
      }
      url = new URL(location, url);
      sent = undefined;
    }
    throw new Error(`${address} leads from page to page.`);
  };
  cookies.set('wordpress_test_cookie', 'WP Cookie check');
  await request(site.loginUrl, new URLSearchParams({ log: site.user, pwd: site.password, redirect_to: admin, testcookie: '1' }));
  return {
    open: (page) => request(page),
    send(page, to, fields = {}) {
      const { action, body } = formOf(page, to);
      const data = new FormData();
      for (const [name, value] of [...hiddenOf(body), ...Object.entries(fields)]) data.append(name, value);
      return request(action, data);
    },
  };
}

/** The address of the first link whose address contains `part`. */
export function linkOf(page: string, part: string): string {
  const link = [...page.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href]) => decoded(href ?? '')).find((href) => href.includes(part));
  if (link === undefined) throw new Error(`There is no link to ${part}:\n${textOf(page)}`);
  return link;
}

/** What stands on a page, without its markup. */
export const textOf = (page: string): string =>
  decoded(page.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();

function formOf(page: string, to: string): { readonly action: string; readonly body: string } {
  const forms = [...page.matchAll(/<form\b[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const found = forms
    .map(([, action, body]) => ({ action: decoded(action ?? ''), body: body ?? '' }))
    .find(({ action }) => action.includes(to));
  if (found === undefined) throw new Error(`There is no form for ${to}:\n${textOf(page)}`);
  return found;
}

function hiddenOf(form: string): [string, string][] {
  return [...form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([input]) => {
    const attribute = (name: string): string => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '');
    return [attribute('name'), attribute('value')];
  });
}

const decoded = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
