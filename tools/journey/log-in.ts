import { beginLogin, getSession, officeLogin } from '#contract/access.ts';
import { openPerson, type Person, type Platform } from './person.ts';
import { check, need } from './steps.ts';

/** The password of every officer of the demonstration, as `npm start` prints it. */
const officePassword = 'demo-2026';

/** An officer of the demonstration: the login is the id of the unit (or of the role). */
export async function logInOfficer(platform: Platform, login: string): Promise<Person> {
  const officer = openPerson(platform);
  const session = await officer.ask(officeLogin, { body: { login, password: officePassword } });
  check(session.kind === 'officer', `${login} 登录后不是工作人员`);
  return officer;
}

/** An applicant who has come through the identity service, and where that service is. */
export interface LoggedIn {
  readonly person: Person;
  readonly session: Awaited<ReturnType<Person['ask']>>;
  /** Redirects and pages on the way. */
  readonly hops: number;
  readonly sandbox: URL;
}

interface Page {
  readonly url: URL;
  readonly html: string;
}

/** Logs in as a browser would: from our door to the identity service's page, its form, and back with the code. */
export async function logInApplicant(platform: Platform, username: string): Promise<LoggedIn> {
  const person = openPerson(platform);
  platform.called.add(beginLogin.name).add('finishLogin');
  let hops = 0;

  async function follow(start: URL, form?: URLSearchParams): Promise<Page> {
    let url = start;
    let body = form;
    for (;;) {
      hops += 1;
      check(hops < 20, '登录一直在跳转，没有结束');
      const reply = await fetch(url, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: person.jar.header(url), accept: 'text/html' },
        ...(body ? { body } : {}),
      });
      person.jar.keep(url, reply.headers);
      const html = await reply.text();
      const next = reply.headers.get('location');
      if (next === null) return { url, html };
      url = new URL(next, url);
      body = undefined;
    }
  }

  const page = await follow(new URL(`${beginLogin.path}?next=/records`, platform.url));
  check(page.url.origin !== platform.url.origin, '登录没有转到统一身份认证');
  const form = need(formOf(page.html, username), `登录页上的演示账号 ${username}`);
  const back = await follow(new URL(form.action, page.url), form.fields);
  check(back.url.pathname === '/records', `登录后回到了 ${back.url.pathname}，应为 /records`);
  const session = await person.ask(getSession);
  check(session.kind === 'applicant', '登录后不是申请人');
  return { person, session, hops, sandbox: new URL(page.url.origin) };
}

/** The form of the login page that logs this account in: the page of the demonstration has one for each account. */
function formOf(html: string, username: string): { action: string; fields: URLSearchParams } | undefined {
  for (const [, action = '', inner = ''] of html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)) {
    const fields = new URLSearchParams();
    for (const [input] of inner.matchAll(/<input[^>]*>/g)) {
      const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
      fields.set(of('name'), of('value'));
    }
    if (fields.get('username') === username && fields.get('password')) return { action, fields };
  }
  return undefined;
}
