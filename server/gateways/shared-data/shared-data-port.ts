import type { Outcome } from '../exchange/outcome.ts';

/** One notice of payment of a penalty decision and what was paid on it (非税收入、罚没收入缴款记录). Amounts are yuan. */
export interface SharedPayment {
  /** Number of the decision the payment is for. */
  readonly documentNo: string;
  /** 缴款通知书（缴款码）; null where the collecting office gave none. */
  readonly noticeNo: string | null;
  readonly dueYuan: number;
  readonly paidYuan: number;
  /** Day of the last payment, `YYYY-MM-DD`; null while nothing is paid. */
  readonly paidOn: string | null;
  /** Number of the receipt (财政票据); null while nothing is paid. */
  readonly receiptNo: string | null;
  /** 执收单位. */
  readonly office: string;
}

/** One case of reorganisation or settlement of an enterprise (企业破产重整案件信息). Days are `YYYY-MM-DD`. */
export interface SharedReorganisation {
  readonly court: string;
  readonly caseNo: string;
  readonly acceptedOn: string;
  /** The plan was approved, or the settlement recognised; null before. */
  readonly planApprovedOn: string | null;
  /** The court confirmed that it was carried out; null before. */
  readonly completedOn: string | null;
  /** 管理人; null where none is named. */
  readonly administrator: string | null;
}

/** An answer of the exchange: which query it was, by the number that its log keeps. */
interface Answered {
  readonly queryNo: string;
}

/**
 * 省公共数据共享平台: what other offices of the state already have, so that nobody asks the applicant for it (赣信用办〔2024〕4号 二（四）,
 * 107号 art 14 ¶3). The fields follow what is published: payments the 《电子〈非税收入一般缴款书〉数据规范（试行）》 (财政部办公厅, 2021)
 * and the 《政府非税收入收缴电子化管理接口报文规范（2017）》; cases the 《关于企业破产案件信息公开的规定（试行）》 and the
 * 《强制清算与破产案件信息业务标准（2016）》 of the Supreme Court. Paths and the query number are our own assumption (docs/divergences.md).
 */
export interface SharedDataPort {
  /** By USCC or citizen id, and the number of the decision. No payments: the exchange knows of none, which does not say that nothing was paid. */
  readPayments(
    identifier: string,
    documentNo: string,
  ): Promise<Outcome<Answered & { readonly payments: readonly SharedPayment[] }>>;
  /** By USCC: cases of reorganisation and settlement, the latest first. */
  readReorganisations(
    identifier: string,
  ): Promise<Outcome<Answered & { readonly reorganisations: readonly SharedReorganisation[] }>>;
}
