import { type PenaltyKind, penaltyKinds } from '#law/classes.ts';
import type { PlainDate } from '../plain-date.ts';
import { readAmount } from './import-amounts.ts';
import { isPlainText, plainText } from './import-cell.ts';
import { normaliseDocNumber, normaliseName } from './import-doc-number.ts';
import { readBracket, readClass, readDutiesPerformed, readField, readProcedure } from './import-facts.ts';
import { isMarketRegulator } from './import-matters.ts';
import { readPenaltyKinds } from './import-penalty-kinds.ts';
import type { ImportedFacts, ImportedPenalty, ReadRecord } from './import-record.ts';
import {
  cellOf,
  dateOf,
  fault,
  findingDayOf,
  has,
  neededText,
  pastDayOf,
  type RowView,
  textOf,
  warn,
} from './import-row-view.ts';
import { readOrganCode, readSubject } from './import-subject.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Kinds whose restriction runs for a term, to which 限制期限截止日 belongs. */
const WITH_TERM: ReadonlySet<PenaltyKind> = new Set([
  '暂扣许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '限制从业',
]);

/** 处罚类别, with 吊销营业执照 told from other licences by what content and licence name say. */
function kindsOf(view: RowView, content: string, licence: string): readonly PenaltyKind[] {
  const text = neededText(view, 'penaltyKinds', 200);
  if (text === '') return [];
  const reading = readPenaltyKinds(`${text}、${textOf(view, 'penaltyKinds2', 200)}`);
  if (reading.unknown.length > 0)
    fault(view, 'penaltyKinds', `“${reading.unknown.join('、')}”不在处罚类别表中，可填：${penaltyKinds.join('、')}`);
  if (reading.note !== undefined) warn(view, 'penaltyKinds', reading.note);
  if (!reading.kinds.includes('吊销许可证件')) return reading.kinds;
  const business = /吊销[^，。；]{0,8}营业执照/.test(content) || licence.includes('营业执照');
  return reading.kinds.map((kind) => (kind === '吊销许可证件' && business ? '吊销营业执照' : kind));
}

function yuanOf(view: RowView, column: 'fine' | 'confiscation'): number | undefined {
  const reading = readAmount(cellOf(view, column), view.header.units[column]);
  if (reading.kind === 'fault') fault(view, column, reading.text);
  return reading.kind === 'yuan' ? reading.yuan : undefined;
}

const FINE_IN_WORDS = /罚款(?:人民币)?\s*([\d,]+(?:\.\d+)?)\s*(万)?元/;

/** Compares the fine with the sum named in 处罚内容: yuan typed into the 万元 column is the commonest slip of all. */
function checkFine(view: RowView, fine: number, content: string): void {
  const named = FINE_IN_WORDS.exec(isPlainText(content) ? content : content.normalize('NFKC'));
  if (!named) return;
  const yuan = Number((named[1] ?? '').replace(/,/g, '')) * (named[2] === undefined ? 1 : 10_000);
  if (Math.abs(yuan - fine) < 0.01) return;
  const hint = Math.abs(yuan * 10_000 - fine) < 1 ? '，疑似把元填进了以万元为单位的列' : '';
  warn(view, 'fine', `与处罚内容所写的罚款 ${yuan} 元不一致（读作 ${fine} 元）${hint}，请核对`);
}

function checkAmounts(
  view: RowView,
  kinds: readonly PenaltyKind[],
  fine: number | undefined,
  taken: number | undefined,
) {
  const fined = kinds.includes('罚款');
  const confiscated = kinds.includes('没收违法所得') || kinds.includes('没收非法财物');
  if (fined && fine === undefined) {
    if (!has(view, 'fine')) warn(view, 'fine', '处罚类别含罚款，但文件没有罚款金额列，未导入金额');
    else if (readAmount(view.cells[view.header.at.fine ?? -1], view.header.units.fine).kind === 'blank')
      fault(view, 'fine', '处罚类别含罚款，须填罚款金额');
  }
  if (!fined && fine !== undefined && fine > 0) warn(view, 'fine', '填了罚款金额，但处罚类别不含罚款，金额未导入');
  if (!confiscated && taken !== undefined && taken > 0)
    warn(view, 'confiscation', '填了没收金额，但处罚类别不含没收，金额未导入');
}

function penaltiesOf(view: RowView, content: string, licence: string): ImportedPenalty[] {
  const kinds = kindsOf(view, content, licence);
  const fine = yuanOf(view, 'fine');
  const taken = yuanOf(view, 'confiscation');
  const bracket = readBracket(view);
  const term = dateOf(view, 'termEnds');
  checkAmounts(view, kinds, fine, taken);
  if (fine !== undefined && kinds.includes('罚款')) checkFine(view, fine, content);
  // One sum stands for both kinds of confiscation: it is put on the first of them, once.
  const takenBy = kinds.find((kind) => kind === '没收违法所得' || kind === '没收非法财物');
  return kinds.map((kind) => {
    const amountYuan = kind === '罚款' ? fine : kind === takenBy ? taken : undefined;
    const termEnds =
      WITH_TERM.has(kind) && term !== undefined ? (term === 'long-term' ? '2099-12-31' : term) : undefined;
    const penalty: Writable<ImportedPenalty> = { kind };
    if (amountYuan !== undefined) penalty.amountYuan = amountYuan;
    if (bracket !== undefined) penalty.bracket = bracket;
    if (termEnds !== undefined) penalty.termEnds = termEnds;
    return penalty;
  });
}

function factsOf(view: RowView): ImportedFacts {
  const content = textOf(view, 'content', 4000);
  const licence = textOf(view, 'licence', 200);
  const penalties = penaltiesOf(view, content, licence);
  const kind = textOf(view, 'act', 2000);
  const actFacts = textOf(view, 'actFacts', 5000);
  const penaltyName = textOf(view, 'penaltyName', 2000);
  const act = kind || actFacts || penaltyName || content;
  if (act === '') fault(view, has(view, 'act') ? 'act' : 'actFacts', '必填，未填写');
  const procedure = readProcedure(view);
  const field = readField(view);
  const degree = readClass(view);
  // Member by member and in this order, which is the digest's: an object spread for each would cost more than reading the row.
  const facts: Partial<Writable<ImportedFacts>> = { penalties };
  if (procedure !== undefined) facts.procedure = procedure;
  if (field !== undefined) facts.field = field;
  if (degree !== undefined) facts.class = degree;
  facts.act = act;
  if (actFacts !== '') facts.actFacts = actFacts;
  facts.basis = textOf(view, 'basis', 2000);
  facts.content = content;
  if (licence !== '') facts.licence = licence;
  const validUntil = dateOf(view, 'validUntil');
  if (validUntil !== undefined) facts.validUntil = validUntil;
  const publicUntil = dateOf(view, 'publicUntil');
  if (publicUntil !== undefined) facts.publicUntil = publicUntil;
  const remark = textOf(view, 'remark', 512);
  if (remark !== '') facts.remark = remark;
  return facts as ImportedFacts;
}

/** The day publication began; one before the finding is put before a person's eyes but let through. */
export function publishedDayOf(view: RowView, findingDate: PlainDate | undefined): PlainDate | null {
  const day = pastDayOf(view, 'publishedDate');
  if (day !== undefined && findingDate !== undefined && day < findingDate)
    warn(view, 'publishedDate', `公示日期早于决定日期（${findingDate}），请核对`);
  return day ?? null;
}

/** Reads a row of the 双公示 template. Faults and warnings are added to the view; the record counts only without faults. */
export function readPenaltyRow(view: RowView): ReadRecord | undefined {
  const subject = readSubject(view);
  const docNumber = normaliseDocNumber(neededText(view, 'docNumber', 128));
  const findingDate = findingDayOf(view);
  const organName = normaliseName(neededText(view, 'organName', 200));
  const organCode = readOrganCode(view, 'organCode', !view.header.older);
  const sourceOrganName = plainText(textOf(view, 'sourceOrganName', 200));
  const market = view.context.marketRegulator ?? isMarketRegulator(organName);
  const publishedDate = publishedDayOf(view, findingDate);
  const facts = factsOf(view);
  const dutiesPerformed = readDutiesPerformed(view);
  const correctionDate = pastDayOf(view, 'correctionDate') ?? null;
  if (view.faults.length > 0 || subject === undefined || findingDate === undefined) return undefined;
  const matterKey = market ? 'market-penalty' : 'other-penalty';
  const found = { subject, docNumber, findingDate, publishedDate, organName, organCode };
  const said = { facts, dutiesPerformed, correctionDate };
  return sourceOrganName === ''
    ? { matterKey, recordType: 'penalty', ...found, ...said }
    : { matterKey, recordType: 'penalty', ...found, sourceOrganName, ...said };
}
