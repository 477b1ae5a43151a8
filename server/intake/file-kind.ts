import { open } from 'node:fs/promises';

interface FileKind {
  readonly type: string;
  readonly endings: readonly string[];
  readonly magic: readonly number[];
}

/** What may be handed in, by its first bytes and not by its name. */
const kinds: readonly FileKind[] = [
  { type: 'application/pdf', endings: ['pdf'], magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], magic: [0xff, 0xd8, 0xff] },
  { type: 'image/png', endings: ['png'], magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** The media type of a file by its first bytes; undefined for anything else. */
export async function fileKindOf(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    const head = buffer.subarray(0, bytesRead);
    return kinds.find((kind) => kind.magic.every((byte, index) => head[index] === byte))?.type;
  } finally {
    await file.close();
  }
}

/** The file's name with the ending its content has. */
export function nameFor(name: string, type: string): string {
  const kind = kinds.find((one) => one.type === type)!;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return kind.endings.includes(ending) ? name : `${name}.${kind.endings[0]}`;
}
