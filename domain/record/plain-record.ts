interface PenaltyFact {
  readonly kind: string;
  readonly amountYuan?: number;
}

function yuan(amount: number): string {
  if (amount >= 10_000) return `${Number((amount / 10_000).toFixed(4))} 万元`;
  return `${Number(amount.toFixed(2))} 元`;
}

function penaltyWords(penalties: readonly PenaltyFact[]): string {
  return penalties.map((one) => (one.amountYuan ? `${one.kind} ${yuan(one.amountYuan)}` : one.kind)).join('、');
}

/** The record in one plain phrase for lists: 罚款 2 万元；未按期公示年度报告. Facts are those of the imported row. */
export function plainRecord(record: { recordType: string; facts: Readonly<Record<string, unknown>> }): string {
  const { facts } = record;
  const penalties = penaltyWords((facts.penalties as PenaltyFact[] | undefined) ?? []);
  const act = typeof facts.act === 'string' ? facts.act.trim() : '';
  const fallback = {
    penalty: '行政处罚',
    abnormal: '列入经营异常名录',
    'serious-list': '列入严重失信主体名单',
    judgment: '列入失信被执行人名单',
  };
  const short = act.length > 60 ? `${act.slice(0, 58)}…` : act;
  return (
    [penalties, short].filter((one) => one !== '').join('；') ||
    fallback[record.recordType as keyof typeof fallback] ||
    '失信信息'
  );
}
