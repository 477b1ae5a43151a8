import { posix } from 'node:path';

/** One import of a source file. */
export interface Import {
  readonly specifier: string;
  /** The file of this project it names, from the root; undefined for packages and node's own modules. */
  readonly target: string | undefined;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]*?\sfrom\s*)?(['"])([^'"\n]+)\2|\bimport\(\s*(['"])([^'"\n]+)\4\s*\)/gm;

/** Finds static and dynamic imports and re-exports. Comments do not count; specifiers made at run time are not seen. */
export function findImports(file: string, text: string): Import[] {
  const code = withoutComments(text);
  return [...code.matchAll(statement)].map((match) => {
    const specifier = match[3] ?? match[5] ?? '';
    return { specifier, target: targetOf(file, specifier), typeOnly: match[1] !== undefined };
  });
}

/** Whether a file does nothing but pass on what others export. */
export function isOnlyReexports(text: string): boolean {
  const code = withoutComments(text).trim();
  if (!/^export\s/.test(code)) return false;
  return code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?/g, '').trim() === '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  return undefined;
}
