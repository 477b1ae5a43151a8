import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import { type Clock, effectKinds } from '#domain/item/item.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { systemName } from '../casework/exchange-words.ts';
import { redatedText } from '../item/timeline.ts';
import type { ItemFile } from './item-file.ts';
import { firstRemedy } from './paper-words.ts';

/** What an applicant reads. `detail` is left out of text messages; `todo` says what to do now, and until when. */
export interface Words {
  readonly title: string;
  readonly what: string;
  readonly detail?: string;
  readonly todo: string;
}

const nothingToDo = '现在不用您做什么，有结果会马上通知您。';
/** A visitor of a window has no account that we know of: papers wait at the window. */
const papersAt = (file: ItemFile) => (file.window ? `可以到${file.window.name}领取` : '可以在“我的申请”里下载');

/** The item in public words: matter, the document it is about, its number. */
export function nameOf(file: ItemFile): string {
  return `“${file.matter.name}”（${file.record.doc_number}，办件编号${file.item.number}）`;
}

function dueText(clock: Clock | undefined): string {
  if (!clock) return '在规定期限内';
  // A day in a year whose holidays are not announced may still move, and people plan by it.
  return `最迟${formatChinese(clock.due)}${clock.provisional ? '（放假安排公布后可能调整）' : ''}`;
}

const listOf = (texts: readonly string[]) =>
  texts.map((text, index) => (texts.length > 1 ? `${index + 1}. ${text.trim()}` : text.trim())).join('\n');

const appeal = (file: ItemFile) => {
  const remedy = firstRemedy(file.matter);
  return `不服的，${remedy.text}`;
};

function decided(
  file: ItemFile,
  title: string,
  verb: string,
  reasons: readonly { text: string }[],
  paper: string,
): Words {
  return {
    title,
    what: `${file.unit.name}决定${verb}${nameOf(file)}。`,
    detail: `理由：${listOf(reasons.map((one) => one.text))}`,
    todo: `请看${paper}，${papersAt(file)}。${appeal(file)}`,
  };
}

function granted(file: ItemFile, docNumber: string): Words {
  const due = file.item.clocks.effects;
  // 法释〔2017〕7号第十条: the court deletes its entry; it grants nothing.
  if (file.item.receiver === 'court')
    return {
      title: '法院已删除失信被执行人信息',
      what: `${file.unit.name}已删除${nameOf(file)}，文书号${docNumber}。正在通知各平台停止公示。`,
      todo: '现在不用您做什么，全部停止公示后会再通知您。',
    };
  return {
    title: '准予修复',
    what: `${file.unit.name}准予修复${nameOf(file)}，决定书文号${docNumber}。正在通知各平台停止公示${due ? `，${dueText(due)}完成` : ''}。`,
    todo: `现在不用您做什么，全部停止公示后会再通知您。${file.item.decider === 'our-desk' ? `决定书${papersAt(file)}。` : ''}`,
  };
}

function outsideClosed(file: ItemFile, event: EventOf<'outside-closed'>): Words {
  const { as, progress, reasons } = event.payload;
  const all = reasons.length > 0 ? reasons : [{ text: progress.text }];
  if (as === 'left-to-court')
    return {
      title: '法院已答复',
      what: `${file.unit.name}已就${nameOf(file)}答复：${progress.text}`,
      todo: `请按答复办理。${appeal(file)}`,
    };
  const words = decided(
    file,
    as === 'declined' ? '未予受理' : '不予修复',
    as === 'declined' ? '不受理' : '不予修复',
    all,
    '',
  );
  return { ...words, todo: `通知书由办理单位送达，有疑问请联系${contactOf(file)}。${appeal(file)}` };
}

const contactOf = (file: ItemFile) => `${file.unit.name}${file.unit.phone ? `（电话${file.unit.phone}）` : ''}`;

/** 撤销: every consequence, and what to do about it. */
function revoked(file: ItemFile, { payload }: EventOf<'revoked'>): Words {
  return {
    title: '准予的修复被撤销',
    what: `${file.unit.name}撤销了对${nameOf(file)}准予的修复（${payload.grantDocNumber}），撤销决定文号${payload.docNumber}。`,
    detail: `查明：${payload.finding.trim()}\n后果：${listOf(payload.consequences.said.map((one) => one.text))}`,
    todo: `请看撤销信用修复决定书，${papersAt(file)}。${appeal(file)}`,
  };
}

function progressed(file: ItemFile, event: EventOf<'outside-progressed'>): Words {
  const { progress } = event.payload;
  const asked = progress.stage === 'correction-needed';
  return {
    title: asked ? '办理单位请您补正材料' : '办理有新进展',
    what: `${nameOf(file)}在${systemName(progress.system)}有新进展：${progress.text}${/[。！？]$/.test(progress.text) ? '' : '。'}`,
    todo: asked ? `请尽快按要求补正，不清楚的请联系${contactOf(file)}或者就近的综合窗口。` : nothingToDo,
  };
}

function redated(file: ItemFile, { payload }: EventOf<'re-dated'>): Words {
  const moved = payload.changes.filter(({ from, to }) => from !== to);
  const own = moved.find(({ kind }) => kind === 'correction');
  return {
    title: '放假安排变化，期限有调整',
    what: `${nameOf(file)}的${redatedText(moved)}。原因：${payload.why}。`,
    todo: own ? `请在${formatChinese(own.to)}前补正材料。` : nothingToDo,
  };
}

/** What the applicant is told of an event; undefined where nobody is told. */
export function applicantWords(file: ItemFile): Words | undefined {
  const { event, item, unit } = file;
  const name = nameOf(file);
  switch (event.type) {
    case 'registered':
      return {
        title: '申请已登记，开始计算办理时限',
        what: `${name}已在“信用中国”统一登记，回执号${event.payload.receiptNo}。${unit.name}${dueText(item.clocks.acceptance)}决定是否受理。`,
        todo: nothingToDo,
      };
    case 'handed-over':
      return {
        title: '申请已送到办理系统',
        what: `${name}已送到${systemName(event.payload.system)}，由${unit.name}办理，回执号${event.payload.receiptNo}。`,
        todo: nothingToDo,
      };
    case 'accepted':
      return {
        title: '申请已受理',
        what: `${unit.name}已受理${name}，${dueText(item.clocks.decision)}作出决定。`,
        todo: `受理通知书${papersAt(file)}。${nothingToDo}`,
      };
    case 'correction-requested':
      return correctionWords(file, event);
    case 'corrected':
      return {
        title: '补正材料已收到',
        what: `${name}的补正材料已送到${unit.name}，${dueText(item.clocks.acceptance)}决定是否受理。`,
        todo: nothingToDo,
      };
    case 'extended':
      return {
        title: '办理期限延长',
        what: `${unit.name}把${name}的办理期限延长${event.payload.days}个工作日，${dueText(item.clocks.decision)}作出决定。`,
        detail: `理由：${event.payload.reason}`,
        todo: nothingToDo,
      };
    case 'granted':
    case 'outside-granted':
      return granted(file, event.payload.docNumber);
    case 'declined':
      return decided(file, '未予受理', '不受理', event.payload.reasons, '不予受理通知书');
    case 'refused':
      return decided(file, '不予修复', '不予修复', event.payload.reasons, '不予修复决定书');
    case 'revoked':
      return revoked(file, event);
    case 're-dated':
      return redated(file, event);
    case 'outside-progressed':
      return progressed(file, event);
    case 'outside-closed':
      return outsideClosed(file, event);
    case 'withdrawn':
      return {
        title: '申请已撤回',
        what: `${name}已按申请人的要求撤回。`,
        todo: `不是您要撤回的，请马上联系${contactOf(file)}。撤回后可以随时再次申请。`,
      };
    case 'completed':
      return {
        title: '已办结，各平台已停止公示',
        what: `${name}已办结：${effectKinds.length}项处理（停止公示、停止共享、解除惩戒）都已收到回执。`,
        todo: '请在“我的申请”里为这次办理打分（1–5分）。',
      };
    default:
      return undefined;
  }
}

function correctionWords(file: ItemFile, event: EventOf<'correction-requested'>): Words {
  const { missing } = event.payload;
  const due = file.item.clocks.correction;
  return {
    title: '材料需要补正',
    what: `${file.unit.name}请您补正${nameOf(file)}的${missing.length}项材料：${missing.map((one) => one.name).join('、')}。`,
    detail: listOf(missing.map((one) => `${one.name}：${one.reason}`)),
    todo: `请${due ? `在${formatChinese(due.due)}前` : '尽快'}一次补齐：${file.window ? `带到${file.window.name}，由窗口代您提交。` : '线上在“我的申请”里提交，线下到就近的综合窗口提交。'}`,
  };
}

/** What the window that took the application in is told: the same, and to pass it on. */
export function windowWords(file: ItemFile, words: Words): { title: string; body: string } {
  return {
    title: `代收的申请：${words.title}`,
    body: `申请人${file.application.form.name}。${words.what}\n请联系申请人，告知结果和下一步：${words.todo}`,
  };
}

/** What the deciding unit is told. */
export function unitWords(file: ItemFile): { title: string; body: string } | undefined {
  const { event, item } = file;
  const about = `${file.application.form.name}申请的${nameOf(file)}`;
  switch ((event satisfies ItemEvent).type) {
    case 'registered':
      return { title: '新到办件', body: `${about}已到。请${dueText(item.clocks.acceptance)}决定是否受理。` };
    case 're-dated': {
      const { changes, why } = (event as EventOf<'re-dated'>).payload;
      const moved = changes.filter(({ from, to }) => from !== to);
      return { title: '期限已重算', body: `${about}：${redatedText(moved)}。原因：${why}。` };
    }
    case 'corrected':
      return { title: '申请人已补正', body: `${about}已补正。请${dueText(item.clocks.acceptance)}决定是否受理。` };
    case 'withdrawn':
      return {
        title: '申请人已撤回',
        body: `${about}已撤回，不用再办理。原因：${(event as EventOf<'withdrawn'>).payload.reason}`,
      };
    default:
      return undefined;
  }
}

export const longestSms = 480;

/** Words of a text message: what happened and what to do, under the platform's signature, never over the gateway's 500 characters. */
export function smsText(words: Words): string {
  const text = `【江西信用修复】${words.what}${words.todo}`;
  return text.length <= longestSms ? text : `${text.slice(0, longestSms - 1)}…`;
}

/** The whole message as the platform shows it. */
export function bodyOf(words: Words): string {
  return [words.what, words.detail, words.todo].filter(Boolean).join('\n');
}
