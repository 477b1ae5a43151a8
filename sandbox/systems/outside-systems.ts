/** The outside systems that are stood in for: name for people, path below the sandbox's origin. */
export const outsideSystems = {
  oidc: { title: '江西政务服务网统一身份认证', prefix: '/oidc' },
  'credit-china': { title: '信用中国（江西）', prefix: '/credit-china' },
  gsxt: { title: '国家企业信用信息公示系统（江西）', prefix: '/gsxt' },
  province: { title: '省公共信用信息平台', prefix: '/province-platform' },
  'shared-data': { title: '省公共数据共享平台', prefix: '/shared-data' },
  'market-platform': { title: '市场监管信用修复全国统一平台', prefix: '/market-platform' },
  court: { title: '人民法院（失信被执行人）', prefix: '/court' },
  'certificate-authority': { title: '电子认证服务机构', prefix: '/certificate-authority' },
  sms: { title: '短信网关', prefix: '/sms' },
  ganfutong: { title: '赣服通消息', prefix: '/ganfutong' },
} as const;

/** Id of an outside system; also its service id at the exchange platform. */
export type SystemId = keyof typeof outsideSystems;

export const systemIds = Object.keys(outsideSystems) as SystemId[];
