const paidWords = /(缴清|缴纳|缴款|交清|交纳|付清|已缴|已交|结清)/;
const notPaidWords = /(未|没有|没|尚未|不能|无法|分期|部分|将|拟|计划|申请缓)/;

/** The part of what an applicant wrote that says the money is paid, as it stands there; null where nothing does. A hint for whoever reads, no finding. */
export function saysPaid(facts: string): string | null {
  const parts = facts.split(/[，,。；;！!？?\n]/).map((one) => one.trim());
  return parts.find((one) => paidWords.test(one) && !notPaidWords.test(one)) ?? null;
}
