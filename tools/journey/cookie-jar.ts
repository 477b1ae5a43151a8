/** Cookies as a browser keeps them, by origin; enough for two servers that set cookies for their own paths. */
export interface CookieJar {
  /** Value of the cookie header for an address; '' where there is none. */
  header(url: URL): string;
  /** Keeps what a reply sets. */
  keep(url: URL, headers: Headers): void;
}

interface Kept {
  readonly value: string;
  readonly path: string;
}

/** An empty jar. */
export function openCookieJar(): CookieJar {
  const jars = new Map<string, Map<string, Kept>>();
  return {
    header(url) {
      const kept = [...(jars.get(url.origin) ?? [])].filter(([, { path }]) => url.pathname.startsWith(path));
      return kept.map(([name, { value }]) => `${name}=${value}`).join('; ');
    },
    keep(url, headers) {
      const jar = jars.get(url.origin) ?? new Map<string, Kept>();
      jars.set(url.origin, jar);
      for (const line of headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(/;\s*/);
        const name = pair.slice(0, pair.indexOf('='));
        const value = pair.slice(name.length + 1);
        const of = (key: string) =>
          attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
        const gone = value === '' || of('max-age') === '0' || new Date(of('expires') ?? '2999-01-01') < new Date();
        if (gone) jar.delete(name);
        else jar.set(name, { value, path: of('path') ?? '/' });
      }
    },
  };
}
