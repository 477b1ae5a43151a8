/** What orders about a record do to its answer: annulled, deregistered, shielded while a plan runs, and a plan that was performed. */
import { generalBankruptcy, marketBankruptcy } from '#law/bankruptcy.ts';
import { marketDeregistration } from '#law/deregistration.ts';
import { marketEntries } from '#law/tracks.ts';
import { formatChinese } from '../plain-date.ts';
import { type CaseInput, dutiesDone, noApplication, type Outlook, type Reason, unclearRoute } from './assess-case.ts';
import { reason } from './assess-class.ts';

/** The answer once orders are known. A record whose decision was annulled counts for nothing any more. */
export function applyOrders(input: CaseInput, outlook: Outlook): Outlook {
  switch (input.heldBack) {
    case 'annulled':
      return gone(
        outlook,
        reason('annulled', '作出的决定已经被撤销，信息已经撤回，不再公示，也不用修复。', annulledCite(input)),
      );
    case 'deregistered':
      return gone(
        outlook,
        reason(
          'deregistered',
          '主体已经注销，登记地市场监管部门已停止公示；法定代表人、负责人受到的任职、从业限制不因注销结束。',
          marketDeregistration.rows.at(-1)!.cite[0]!,
        ),
      );
    case 'shielded':
      return completed(input, shielded(input, outlook));
    default:
      return outlook;
  }
}

function gone(outlook: Outlook, why: Reason): Outlook {
  return {
    ...outlook,
    publication: { ...outlook.publication, shown: false },
    application: noApplication,
    verdict: 'not-published',
    reasons: [why],
  };
}

function annulledCite(input: CaseInput): string {
  if (input.matter === 'market-penalty') return 'samr45:11';
  if (input.matter === 'market-serious') return 'samr44:19';
  return input.matter === 'wage-arrears'
    ? 'mohrss45:16'
    : input.matter === 'judgment-defaulter'
      ? 'spc17:9'
      : 'ndrc36:19.2';
}

const isMarket = (input: CaseInput) => (marketEntries as readonly string[]).includes(input.matter);

/** Display alone: what the record can be repaired by stays as it is. */
function shielded(input: CaseInput, outlook: Outlook): Outlook {
  const text = isMarket(input)
    ? '重整计划或者和解协议执行中：信息暂时屏蔽，惩戒措施暂时解除；没有执行成功的，恢复公示。'
    : '重整计划或者和解协议执行期间，信息临时屏蔽，可能影响执行的限制措施临时解除；没有执行成功的，恢复原有公示状态。';
  return {
    ...outlook,
    publication: { ...outlook.publication, shown: false },
    reasons: [...outlook.reasons, reason('shielded', text, isMarket(input) ? 'samr107:22' : 'ndrc36:20')],
  };
}

/**
 * The plan was performed: 107号 art 22 ¶2 asks for correction and performance and for no minimum; 36号 art 20 ¶3 opens the application and
 * is silent about the minimum, so that nobody is turned away for it.
 */
function completed(input: CaseInput, outlook: Outlook): Outlook {
  const on = input.planCompletedOn;
  if (on === undefined || on > input.on || outlook.verdict !== 'not-yet') return outlook;
  const rest = outlook.reasons.filter((one) => one.code !== 'not-yet');
  const day = formatChinese(on);
  if (!isMarket(input)) {
    const { cite } = generalBankruptcy.rows.at(-1)!;
    const text = `法院${day}确认执行完毕，可以持裁定书申请修复；是否仍须达到最短公示期，条文没有写明，由认定单位决定。`;
    return {
      ...outlook,
      application: unclearRoute,
      verdict: 'needs-confirmation',
      reasons: [...rest, reason('plan-completed', text, cite[0]!)],
    };
  }
  const { cite } = marketBankruptcy.rows.at(-1)!;
  if (!dutiesDone(input)) {
    const text = `法院${day}确认执行完毕；纠正、履行或者整改以后，可以持裁定书申请，不看最短公示期。`;
    return { ...outlook, verdict: 'duties-outstanding', reasons: [...rest, reason('plan-completed', text, cite[0]!)] };
  }
  const text = `法院${day}确认执行完毕，已经纠正、履行或者整改，现在可以持裁定书申请，不看最短公示期。`;
  return {
    ...outlook,
    application: { route: 'apply', from: on },
    verdict: 'repairable-now',
    reasons: [...rest, reason('plan-completed', text, cite[0]!)],
  };
}
