/** Raised when a setting cannot be used. The message is a Chinese sentence that names the setting. */
export class ConfigError extends Error {
  readonly setting: string;
  constructor(setting: string, sentence: string) {
    super(sentence);
    this.name = 'ConfigError';
    this.setting = setting;
  }
}

/** One setting: how it is called in the environment, what it means, and how its text becomes a value. */
export interface Setting<T> {
  /** Name of the environment variable. */
  readonly name: string;
  /** What people read in the settings table (Chinese). */
  readonly doc: string;
  /** Text used when the variable is absent or empty; '' where the value is derived from others. */
  readonly fallback: string;
  /** What the table shows as default where `fallback` alone would not say it. */
  readonly shownFallback?: string;
  /** The value is never printed. */
  readonly secret: boolean;
  /** What the value may be, as the table says it (Chinese). */
  readonly form: string;
  /** Turns the text into the value; undefined when the text is not of this form. */
  readonly parse: (text: string) => T | undefined;
}

interface Wording {
  readonly fallback?: string;
  readonly shown?: string;
  readonly secret?: boolean;
}

function setting<T>(
  name: string,
  doc: string,
  form: string,
  parse: (text: string) => T | undefined,
  wording: Wording = {},
): Setting<T> {
  const shown = wording.shown === undefined ? {} : { shownFallback: wording.shown };
  return { name, doc, form, parse, fallback: wording.fallback ?? '', secret: wording.secret ?? false, ...shown };
}

/** A whole number between `min` and `max`. */
export function whole(name: string, doc: string, fallback: number, min: number, max: number): Setting<number> {
  const parse = (text: string) => {
    const value = Number(text);
    return /^\d{1,9}$/.test(text) && value >= min && value <= max ? value : undefined;
  };
  return setting(name, doc, `${min} 到 ${max} 的整数`, parse, { fallback: String(fallback) });
}

/** A switch: 1 or 0. */
export function onOff(name: string, doc: string, fallback: boolean): Setting<boolean> {
  const parse = (text: string) => (text === '1' ? true : text === '0' ? false : undefined);
  return setting(name, doc, '1 或 0', parse, { fallback: fallback ? '1' : '0' });
}

/** One word out of a list. */
export function oneOf<const T extends string>(name: string, doc: string, words: readonly T[], fallback: T): Setting<T> {
  const parse = (text: string) => words.find((word) => word === text);
  return setting(name, doc, words.join('、'), parse, { fallback });
}

/** Free text, trimmed by nobody. */
export function text(name: string, doc: string, fallback: string, shown?: string): Setting<string> {
  return setting(name, doc, '文字', (given) => given, shown === undefined ? { fallback } : { fallback, shown });
}

/** A secret of at least 16 characters; empty where it is derived. */
export function secret(name: string, doc: string, shown: string): Setting<string> {
  const parse = (given: string) => (given === '' || given.length >= 16 ? given : undefined);
  return setting(name, doc, '至少 16 个字符', parse, { shown, secret: true });
}

/** An http(s) address without a trailing slash; empty where it is derived. */
export function httpUrl(name: string, doc: string, shown: string): Setting<string> {
  const parse = (given: string) => {
    if (given === '') return '';
    if (!URL.canParse(given) || !/^https?:\/\//.test(given)) return undefined;
    return given.replace(/\/+$/, '');
  };
  return setting(name, doc, 'http:// 或 https:// 开头的地址', parse, { shown });
}

/** Where a plain TCP service listens: name:port, or [IPv6]:port; empty where there is none. */
export function hostPort(name: string, doc: string, shown: string): Setting<string> {
  const parse = (given: string) => {
    if (given === '') return '';
    const port = Number(/^(?:\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+):(\d{1,5})$/.exec(given)?.[1] ?? 0);
    return port >= 1 && port <= 65535 ? given : undefined;
  };
  return setting(name, doc, '主机:端口', parse, { shown });
}

/** A PostgreSQL connection address; empty where it is derived. Holds a password, so it is never printed. */
export function postgresUrl(name: string, doc: string, shown: string): Setting<string> {
  const parse = (given: string) => {
    if (given === '') return '';
    return /^postgres(ql)?:\/\/.+/.test(given) && URL.canParse(given) ? given : undefined;
  };
  return setting(name, doc, 'postgres:// 开头的连接地址', parse, { shown, secret: true });
}

/** Words separated by commas. */
export function list(name: string, doc: string, shown: string): Setting<readonly string[]> {
  const parse = (given: string) =>
    given
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return setting(name, doc, '逗号分隔的列表', parse, { shown });
}

/** A day YYYY-MM-DD that exists in the calendar; empty where none is set. */
export function day(name: string, doc: string, shown: string): Setting<string> {
  const parse = (given: string) => {
    if (given === '') return '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return undefined;
    const instant = new Date(`${given}T00:00:00Z`);
    return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(given) ? given : undefined;
  };
  return setting(name, doc, 'YYYY-MM-DD 的日期', parse, { shown });
}
