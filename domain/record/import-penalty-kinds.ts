import { type PenaltyKind, penaltyKinds } from '#law/classes.ts';
import { remembered } from './import-remembered.ts';

/**
 * Names met in files → kinds. The list before the 2021 law has names that contain the very signs that join several
 * kinds (没收违法所得、没收非法财物 is one name), so names are matched whole, longest first, before anything is split.
 */
const NAMES: readonly (readonly [string, readonly PenaltyKind[]])[] = (
  [
    ...penaltyKinds.map((kind) => [kind, [kind]] as const),
    ['没收违法所得、没收非法财物', ['没收违法所得', '没收非法财物']],
    ['没收违法所得,没收非法财物', ['没收违法所得', '没收非法财物']],
    ['没收违法所得没收非法财物', ['没收违法所得', '没收非法财物']],
    ['没收违法所得和非法财物', ['没收违法所得', '没收非法财物']],
    ['没收违法所得、非法财物', ['没收违法所得', '没收非法财物']],
    ['暂扣许可证、执照', ['暂扣许可证件']],
    ['暂扣许可证,执照', ['暂扣许可证件']],
    ['暂扣许可证或者执照', ['暂扣许可证件']],
    ['暂扣许可证', ['暂扣许可证件']],
    ['暂扣执照', ['暂扣许可证件']],
    ['吊销许可证、执照', ['吊销许可证件']],
    ['吊销许可证,执照', ['吊销许可证件']],
    ['吊销许可证或者执照', ['吊销许可证件']],
    ['吊销许可证', ['吊销许可证件']],
    ['吊销执照', ['吊销营业执照']],
    ['没收非法所得', ['没收违法所得']],
    ['没收非法财产', ['没收非法财物']],
    ['限制生产经营活动', ['限制开展生产经营活动']],
    ['限制生产经营', ['限制开展生产经营活动']],
    ['停产停业', ['责令停产停业']],
    ['关闭', ['责令关闭']],
    ['降低资质', ['降低资质等级']],
    ['拘留', ['行政拘留']],
    ['通报', ['通报批评']],
    ['其它', ['其他']],
    ['法律、行政法规规定的其他行政处罚', ['其他']],
    ['法律,行政法规规定的其他行政处罚', ['其他']],
    ['其他行政处罚', ['其他']],
  ] as const
).toSorted((a, b) => b[0].length - a[0].length);

const SEPARATOR = /^[、,，;；/|+＋&\s]+|^(?:和|及|并处|并|以及)/;

/** The kinds found, each once, in order; what could not be read; and a note where an old name had to be interpreted. */
export interface PenaltyKindsReading {
  readonly kinds: readonly PenaltyKind[];
  readonly unknown: readonly string[];
  readonly note?: string;
}

interface Scan {
  readonly kinds: Set<PenaltyKind>;
  readonly unknown: string[];
  oldName: string | undefined;
}

/** Takes one name (or one unreadable stretch) off the front and gives the rest back. */
function takeOne(rest: string, scan: Scan): string {
  const name = NAMES.find(([text]) => rest.startsWith(text));
  if (!name) {
    const end = rest.search(/[、,，;；/|+＋&\s]/);
    const piece = end < 0 ? rest : rest.slice(0, end);
    scan.unknown.push(piece);
    return rest.slice(piece.length);
  }
  for (const kind of name[1]) scan.kinds.add(kind);
  if (name[1].length > 1) scan.oldName = name[0];
  const after = rest.slice(name[0].length);
  // 其他-责令改正, 其他：责令改正, 其他（责令改正）: the remark belongs to the name.
  const remark = name[1].includes('其他') ? /^\s*(?:[-—:：]\s*[^、,，;；/|]*|\([^)]*\))/ : /^\s*\([^)]*\)/;
  return after.replace(remark, '');
}

/** Reads 处罚类别: one or several kinds joined by 、，,;；/| or blanks, of the 2021 list or the older one. */
export const readPenaltyKinds = remembered((text: string): PenaltyKindsReading => {
  const scan: Scan = { kinds: new Set(), unknown: [], oldName: undefined };
  let rest = text.normalize('NFKC').trim();
  while (rest !== '') {
    const separator = SEPARATOR.exec(rest);
    rest = separator ? rest.slice(separator[0].length) : takeOne(rest, scan);
  }
  const reading = { kinds: [...scan.kinds], unknown: scan.unknown };
  if (scan.oldName === undefined) return reading;
  return { ...reading, note: `旧版类别“${scan.oldName}”按没收违法所得、没收非法财物两项读入，请按决定书核对` };
});
