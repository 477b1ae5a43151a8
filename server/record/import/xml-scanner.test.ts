import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, BrokenXml, createXmlScanner, decodeXmlText } from './xml-scanner.ts';

/** The events of a text fed in pieces of the given length; neighbouring texts are joined. */
function events(xml: string, piece = 1000): string[] {
  const seen: string[] = [];
  const scanner = createXmlScanner({
    open: (name, attributes) => seen.push(`<${name}${attributes.trim() === '' ? '' : ` ${attributes.trim()}`}>`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`</${name}>`),
  });
  for (let at = 0; at < xml.length; at += piece) scanner.write(xml.slice(at, at + piece));
  scanner.end();
  return seen;
}

describe('createXmlScanner', () => {
  it('reports elements without prefix, text, CDATA and empty elements', () => {
    expect(
      events('<?xml version="1.0"?><!-- a > b --><x:c r="A1"><v>1 &lt; 2</v><f/><t><![CDATA[<&>]]></t></x:c>'),
    ).toEqual(['<c r="A1">', '<v>', '1 < 2', '</v>', '<f>', '</f>', '<t>', '<&>', '</t>', '</c>']);
  });
  it('does not end a tag at > inside an attribute', () => {
    expect(events('<a b="x>y" c=\'"\'>z</a>')).toEqual(['<a b="x>y" c=\'"\'>', 'z', '</a>']);
  });
  it('gives the same for pieces of any length', () => {
    const xml =
      '<?xml version="1.0"?><s><!-- c --><row r="1"><c r="A1" t="s"><v>&#x4e2d;1</v></c><c\nr="B1"/></row><t><![CDATA[a]]b]]></t></s>';
    const whole = events(xml);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (piece) => events(xml, piece).join('\n') === whole.join('\n')),
    );
  });
  it('refuses a DTD, with which entity bombs are made, and XML that breaks off', () => {
    expect(() => events('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow(BrokenXml);
    expect(() => events('<a><b')).toThrow(BrokenXml);
  });
  it('refuses a tag without end before it fills memory', () => {
    const scanner = createXmlScanner({ open: () => undefined, text: () => undefined, close: () => undefined });
    expect(() => {
      for (let i = 0; i < 100; i++) scanner.write(i === 0 ? '<a ' : 'x'.repeat(100_000));
    }).toThrow(BrokenXml);
  });
});

describe('attribute and decodeXmlText', () => {
  it('finds attributes with and without prefix, in either quotes', () => {
    expect(attribute(' r:id="rId1" name=\'a&quot;b\' x = "y"', 'id')).toBe('rId1');
    expect(attribute(' r:id="rId1" name=\'a&quot;b\'', 'name')).toBe('a"b');
    expect(attribute(' numFmtId="14"', 'Id')).toBeUndefined();
    expect(attribute('', 'r')).toBeUndefined();
  });
  it('resolves references, leaves unknown ones alone', () => {
    expect(decodeXmlText('&#20013;&#x6587;&amp;lt;&nbsp;')).toBe('中文&lt;&nbsp;');
  });
});
