/** Reads CSV text that arrives in pieces. */
export interface CsvScanner {
  /** Takes the next piece; `last` closes the final record. Returns the records completed by it. */
  write(text: string, last: boolean): string[][];
  /** Length of what is held back because its record is not complete. */
  pending(): number;
  /** Whether the text ended inside of quotes, so that the last record swallowed what follows the opening one. */
  unclosed(): boolean;
}

/**
 * RFC 4180 with the leniency of spreadsheet programs: quotes inside an unquoted field are plain characters, text after a
 * closing quote is kept, rows may differ in length, lines end in LF or CRLF. Written for import instead of using
 * csv-parse because 双公示 files have some 30 columns: csv-parse reads 29 000 such rows a second on the machine of
 * bench/RESULTS.md, slicing by indexOf several times as many. csv-parse checks it in csv-scanner.test.ts.
 */
export function createCsvScanner(delimiter: string): CsvScanner {
  let buffer = '';
  let open = false;

  /** End of a quoted field beginning at `from` (its opening quote): position after the closing quote, -1 where open. */
  function closingQuote(from: number): number {
    let at = from + 1;
    for (;;) {
      at = buffer.indexOf('"', at);
      if (at < 0) return -1;
      if (buffer.charCodeAt(at + 1) !== 0x22) return at + 1;
      at += 2;
    }
  }

  function write(text: string, last: boolean): string[][] {
    buffer = buffer === '' ? text : buffer + text;
    const records: string[][] = [];
    let recordStart = 0;
    let at = 0;
    let fields: string[] = [];
    let nextDelimiter = -2;
    let nextNewline = -2;
    while (at < buffer.length || fields.length > 0) {
      let value = '';
      let from = at;
      if (buffer.charCodeAt(at) === 0x22) {
        const end = closingQuote(at);
        // A quote at the very end of a piece may be the first of a doubled one: wait for the next piece.
        if ((end < 0 || end >= buffer.length) && !last) break;
        open ||= end < 0;
        const stop = end < 0 ? buffer.length : end - 1;
        value = buffer.slice(at + 1, stop);
        if (value.includes('"')) value = value.replaceAll('""', '"');
        from = end < 0 ? buffer.length : end;
      }
      if (nextDelimiter < from && nextDelimiter !== -1) nextDelimiter = buffer.indexOf(delimiter, from);
      if (nextNewline < from && nextNewline !== -1) nextNewline = buffer.indexOf('\n', from);
      const inLine = nextDelimiter >= 0 && (nextNewline < 0 || nextDelimiter < nextNewline);
      let stop = inLine ? nextDelimiter : nextNewline;
      if (stop < 0) {
        if (!last) break;
        stop = buffer.length;
      }
      const end = !inLine && stop > from && buffer.charCodeAt(stop - 1) === 0x0d ? stop - 1 : stop;
      value = value === '' ? buffer.slice(from, end) : value + buffer.slice(from, end);
      fields.push(value);
      at = stop + 1;
      if (inLine) continue;
      records.push(fields);
      fields = [];
      recordStart = at;
    }
    buffer = recordStart >= buffer.length ? '' : buffer.slice(recordStart);
    return records;
  }

  return { write, pending: () => buffer.length, unclosed: () => open };
}

/** The separator of a file by its first line with content: the commonest of comma, tab and semicolon outside of quotes. */
export function detectDelimiter(text: string): ',' | ';' | '\t' {
  const lines = text.split('\n', 5).map((line) => line.replace(/"[^"]*"/g, ''));
  let best: ',' | ';' | '\t' = ',';
  let most = 0;
  for (const delimiter of [',', '\t', ';'] as const) {
    const count = Math.max(...lines.map((line) => line.split(delimiter).length - 1));
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
