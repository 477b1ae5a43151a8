import type { PlainDate } from '../plain-date.ts';
import { type Catalog, type Matter, type MatterLimits, mattersOn } from './catalog.ts';
import { feeOf } from './guide-fee.ts';
import { type GuideSection, say } from './guide-text.ts';

export const guideTitle = '江西省“信用修复一件事”指引';

const kinds: Readonly<Record<Matter['recordType'], string>> = {
  penalty: '行政处罚信息修复',
  abnormal: '经营异常名录移出',
  'serious-list': '严重失信主体名单移出',
  judgment: '失信被执行人名单删除',
};

/** What stands before the matters, in the order of 附件2: name, scope, conditions, ways, flow, feedback. */
export function frontMatter(catalog: Catalog, on: PlainDate): GuideSection[] {
  const matters = mattersOn(catalog, on);
  return [
    { title: '事项名称', lines: [say('“信用修复一件事”。', 'plan4:annex2')] },
    { title: '联办范围', lines: scope(matters) },
    {
      title: '申报条件',
      lines: [
        say(
          '信用主体纠正失信行为、履行相关义务并满足修复条件后，即可向作出认定的单位提出申请。每个事项的条件见各自一节。',
          'plan4:annex2',
        ),
        ...(matters.some((one) => one.receiver === 'credit-china')
          ? [say('信用主体依法享有信用修复的权利。', 'ndrc36:2')]
          : []),
      ],
    },
    {
      title: '办理方式',
      lines: [
        say(
          '线上：江西政务服务网、赣服通“高效办成一件事”服务专区；“信用中国（江西）”、国家企业信用信息公示系统（江西）和有关单位网站的信用修复专栏，都引导到同一份申请。',
          'plan4:2-2',
          'plan4:annex2',
        ),
        say('线下：省、市、县政务服务中心综合窗口转办，就近可办、异地可办。', 'plan4:2-3', 'plan4:2-5'),
      ],
    },
    { title: '办理流程', lines: flow(matters) },
    { title: '结果反馈', lines: feedback(matters) },
    { title: '收费', lines: feeOf() },
    {
      title: '适时调整',
      lines: [
        say(
          '修复事项实行动态调整，变化在生效前一个月报备；本指引随目录和法规自动更新，每一版写明起止日期。',
          'plan4:2-6',
        ),
      ],
    },
  ];
}

function scope(matters: readonly Matter[]) {
  const groups = [...Map.groupBy(matters, (one) => one.recordType)];
  const counts = groups.map(([kind, ofKind]) => `${kinds[kind]}${ofKind.length}项`).join('、');
  return [
    say(
      `全省行政处罚信息修复、异常经营名录信息修复以及省级权限内严重失信主体名单信息修复，共${matters.length}个事项：${counts}。`,
      'plan4:annex2',
      'plan4:annex1',
    ),
  ];
}

function flow(matters: readonly Matter[]) {
  const decided = matters.filter((one) => one.receiver !== 'court');
  const cites = (key: keyof MatterLimits) => decided.flatMap((one) => one.limitCites[key]);
  return [
    say(
      '申请：登录后勾选要修复的信息，填一张联办申请表，签一次承诺书；能共享的材料不用交。',
      'plan4:annex2',
      'plan4:2-4',
    ),
    say(
      `受理：认定单位${span(decided, 'accept')}决定是否受理，材料不齐的一次性告知。`,
      'plan4:annex2',
      ...cites('accept'),
    ),
    say(`审核：认定单位依法审核，受理后${span(decided, 'decide')}作出决定。`, 'plan4:annex2', ...cites('decide')),
    say('反馈：把结果告诉申请人；准予的，停止公示、移出名录或者名单。', 'plan4:annex2'),
  ];
}

function feedback(matters: readonly Matter[]) {
  const cites = matters.flatMap((one) => one.limitCites.effects);
  return [
    say(
      '结果通过短信、赣服通和本平台告知，决定书可以下载和核验；不予受理、不予修复的写明理由和救济途径。',
      'plan4:annex2',
      'plan4:3-8',
    ),
    say(
      `准予修复的，有规定的事项${span(matters, 'effects')}停止公示或者移出，回执可以在本平台查看。`,
      'plan4:annex2',
      ...cites,
    ),
  ];
}

/** 2至3个工作日内, over the matters that have such a limit. */
function span(matters: readonly Matter[], key: keyof MatterLimits): string {
  const days = matters.flatMap((one) => (one.limits[key] === null ? [] : [one.limits[key]]));
  if (days.length === 0) return '在规定期限内';
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return `${least === most ? least : `${least}至${most}`}个工作日内`;
}
