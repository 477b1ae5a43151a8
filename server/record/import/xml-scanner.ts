/** What a scanner reports. Names come without namespace prefix; `attributes` is the raw text, read with {@link attribute}. */
export interface XmlEvents {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** The XML is damaged, or uses what a workbook has no need of (a DTD, with which entity bombs are made). */
export class BrokenXml extends Error {}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five predefined entities and character references; there are no others without a DTD. */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute in a tag's raw attribute text; prefixes of the name are ignored. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? ' ' : (attributes[at - 1] ?? ' ');
    let after = at + name.length;
    while (attributes[after] === ' ') after++;
    if (/[\s:]/.test(before) && attributes[after] === '=') {
      after++;
      while (attributes[after] === ' ') after++;
      const quote = attributes[after];
      const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, after + 1) : -1;
      if (end >= 0) return decodeXmlText(attributes.slice(after + 1, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return undefined;
}

/** No single tag or text of a workbook comes near this; it bounds what is held back between pieces. */
const LONGEST_TOKEN = 4_000_000;

/** End of a tag beginning at `from`, skipping `>` inside quoted attribute values; -1 where the tag is not complete. */
function endOfTag(buffer: string, from: number): number {
  let end = buffer.indexOf('>', from);
  for (;;) {
    if (end < 0) return -1;
    let quote = 0;
    for (let i = from; i < end; i++) {
      const code = buffer.charCodeAt(i);
      if (quote === 0) {
        if (code === 0x22 || code === 0x27) quote = code;
      } else if (code === quote) quote = 0;
    }
    if (quote === 0) return end;
    end = buffer.indexOf('>', end + 1);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Where a tag's name ends: at the first blank of any kind. */
function endOfName(tag: string): number {
  for (let i = 0; i < tag.length; i++) if (tag.charCodeAt(i) <= 0x20) return i;
  return -1;
}

/** Reports one complete tag, given without its angle brackets. */
function reportTag(tag: string, events: XmlEvents): void {
  if (tag.charCodeAt(0) === 0x2f) {
    events.close(localName(tag.slice(1).trimEnd()));
    return;
  }
  const empty = tag.charCodeAt(tag.length - 1) === 0x2f;
  const body = empty ? tag.slice(0, -1) : tag;
  const blank = endOfName(body);
  const name = localName(blank < 0 ? body : body.slice(0, blank));
  events.open(name, blank < 0 ? '' : body.slice(blank));
  if (empty) events.close(name);
}

/**
 * A scanner for the XML inside workbooks, fed in pieces. It knows elements, attributes, text, CDATA, comments and
 * processing instructions, and refuses a DTD. It does not validate: what is not a sheet gives no rows. It exists because
 * a general parser spends more time on a sheet than everything after it (figures in bench/RESULTS.md).
 */
export function createXmlScanner(events: XmlEvents): { write(text: string): void; end(): void } {
  let buffer = '';

  /** Handles `<!` and `<?` at `at`; gives the position after it, or -1 where it is not complete. */
  function special(at: number): number {
    const [opening, closing] = buffer.startsWith('<!--', at)
      ? ['<!--', '-->']
      : buffer.startsWith('<![CDATA[', at)
        ? ['<![CDATA[', ']]>']
        : buffer.startsWith('<?', at)
          ? ['<?', '?>']
          : ['', ''];
    if (opening === '') {
      if (buffer.length - at < 9) return -1;
      throw new BrokenXml('declaration');
    }
    const end = buffer.indexOf(closing, at + opening.length);
    if (end < 0) return -1;
    if (closing === ']]>') events.text(buffer.slice(at + opening.length, end));
    return end + closing.length;
  }

  function write(text: string): void {
    buffer = buffer === '' ? text : buffer + text;
    let at = 0;
    for (;;) {
      const tag = buffer.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) events.text(decodeXmlText(buffer.slice(at, tag)));
      at = tag;
      const code = buffer.charCodeAt(tag + 1);
      if (code === 0x21 || code === 0x3f) {
        const next = special(tag);
        if (next < 0) break;
        at = next;
        continue;
      }
      const end = endOfTag(buffer, tag + 1);
      if (end < 0) break;
      reportTag(buffer.slice(tag + 1, end), events);
      at = end + 1;
    }
    buffer = buffer.slice(at);
    if (buffer.length > LONGEST_TOKEN) throw new BrokenXml('token');
  }

  function end(): void {
    if (buffer.trim() !== '') throw new BrokenXml('end');
  }

  return { write, end };
}
