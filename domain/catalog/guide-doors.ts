import type { Matter } from './catalog.ts';
import type { GuideDoor } from './guide-text.ts';

const zone = '“高效办成一件事”服务专区的“信用修复一件事”';

/** The doors of 任务二（二）（三） and 附件2 四, all leading to the one application. */
export function doorsOf(matter: Matter): GuideDoor[] {
  const market = matter.receiver === 'market-platform';
  return [
    { name: '江西政务服务网', text: `${zone}，网上申请。`, link: 'https://www.jxzwfww.gov.cn' },
    { name: '赣服通', text: `手机打开赣服通，进入${zone}。`, link: null },
    ...(market
      ? [
          {
            name: '国家企业信用信息公示系统（江西）',
            text: '信用修复专栏，引导到同一份申请。',
            link: 'https://www.gsxt.gov.cn',
          },
        ]
      : [
          {
            name: '信用中国（江西）',
            text: '信用修复专栏，引导到同一份申请。',
            link: null,
          },
        ]),
    {
      name: '政务服务中心综合窗口',
      text: '带有效证件到省、市、县任何一个政务服务中心的综合窗口，工作人员代为提交并转认定单位，全省通办。',
      link: null,
    },
  ];
}
