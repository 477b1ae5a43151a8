/**
 * What the two tracks say about the class of a record: 轻微, 一般, 严重.
 * General track 36号 arts 8–11, market track 107号 arts 6–9.
 */
import { dated } from './dated.ts';

/** Kinds of penalty, as they are exchanged (light to heavy; 吊销营业执照 apart because law treats it apart). */
export const penaltyKinds = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得',
  '没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '其他',
] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

/** 轻微 · 一般 · 严重 */
export const recordClasses = ['minor', 'general', 'serious'] as const;
export type RecordClass = (typeof recordClasses)[number];
export const className: Readonly<Record<RecordClass, string>> = { minor: '轻微', general: '一般', serious: '严重' };

/** 从轻或减轻、一般、从重 */
export const fineBrackets = ['lighter', 'ordinary', 'heavier'] as const;
export type FineBracket = (typeof fineBrackets)[number];

/** Fields in which the market track treats every penalty that is not minor as serious, and `other`. */
export const recordFields = [
  'food',
  'drug',
  'medical-device',
  'cosmetics',
  'special-equipment',
  'key-industrial-product',
  'other',
] as const;
export type RecordField = (typeof recordFields)[number];
export const fieldName: Readonly<Record<RecordField, string>> = {
  food: '食品',
  drug: '药品',
  'medical-device': '医疗器械',
  cosmetics: '化妆品',
  'special-equipment': '特种设备',
  'key-industrial-product': '重点工业产品',
  other: '其他领域',
};

/**
 * General track: the class a kind of penalty has by itself under the ordinary procedure. A kind that is absent is left to
 * the authority of the field: 罚款 (thresholds are the field's), 没收违法所得, 行政拘留, 吊销营业执照 and 其他 are named in no list.
 */
export const generalClassOfKind = dated<Readonly<Partial<Record<PenaltyKind, { class: RecordClass; cite: string }>>>>({
  from: '2026-04-01',
  value: {
    警告: { class: 'minor', cite: 'ndrc36:8(2)' },
    通报批评: { class: 'minor', cite: 'ndrc36:8(2)' },
    没收非法财物: { class: 'general', cite: 'ndrc36:9(2)' },
    暂扣许可证件: { class: 'serious', cite: 'ndrc36:10(2)' },
    降低资质等级: { class: 'serious', cite: 'ndrc36:10(2)' },
    吊销许可证件: { class: 'serious', cite: 'ndrc36:10(2)' },
    限制开展生产经营活动: { class: 'serious', cite: 'ndrc36:10(2)' },
    责令停产停业: { class: 'serious', cite: 'ndrc36:10(2)' },
    责令关闭: { class: 'serious', cite: 'ndrc36:10(2)' },
    限制从业: { class: 'serious', cite: 'ndrc36:10(2)' },
  },
  cite: ['ndrc36:8', 'ndrc36:9', 'ndrc36:10'],
  sure: 'V',
});

/** Market track: the kinds and amounts that 107号 sorts by. Amounts in yuan, the bound included. */
export interface MarketClassing {
  readonly lowFine: { readonly business: number; readonly person: number; readonly bracket: FineBracket };
  readonly seriousFields: readonly RecordField[];
  /** Early end only after a year and when the restriction is over. */
  readonly restrictions: readonly PenaltyKind[];
  /** No application: display ends by itself at the maximum. */
  readonly noApplication: readonly PenaltyKind[];
}

export const marketClassing = dated<MarketClassing>({
  from: '2025-12-25',
  value: {
    lowFine: { business: 50_000, person: 5_000, bracket: 'lighter' },
    seriousFields: ['food', 'drug', 'medical-device', 'cosmetics', 'special-equipment', 'key-industrial-product'],
    restrictions: ['限制开展生产经营活动', '责令停产停业', '限制从业'],
    noApplication: ['降低资质等级', '吊销许可证件', '吊销营业执照', '责令关闭'],
  },
  cite: ['samr107:7', 'samr107:8', 'samr107:9'],
  sure: 'V',
});
