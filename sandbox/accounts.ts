/** Somebody a person may act for. */
export interface AccountEnterprise {
  readonly uscc: string;
  readonly name: string;
  readonly role: '法定代表人' | '经办人';
}

/** An account of the identity service. All invented; the passwords are shown on the login page. */
export interface DemoAccount {
  readonly sub: string;
  /** Mobile number of a person, USCC of an enterprise. */
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly userType: 'person' | 'enterprise';
  /** Citizen id or USCC. */
  readonly identifier: string;
  readonly phone: string;
  /** 实名等级: high is needed to sign and submit. */
  readonly loa: 'high' | 'basic';
  readonly enterprises: readonly AccountEnterprise[];
}

/** The accounts of the demonstration: a citizen with two companies, a sole trader's owner, one not fully verified, two companies. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    sub: 'jx-person-0001',
    username: '13900000001',
    password: 'Demo-2026-01',
    name: '示例甲',
    userType: 'person',
    identifier: '360102199003070014',
    phone: '13900000001',
    loa: 'high',
    enterprises: [
      { uscc: '91360100MA9XX00A5M', name: '南昌示例商贸有限公司', role: '法定代表人' },
      { uscc: '91360400MA9XX00C1T', name: '九江示例运输有限公司', role: '经办人' },
    ],
  },
  {
    sub: 'jx-person-0002',
    username: '13900000002',
    password: 'Demo-2026-02',
    name: '示例乙',
    userType: 'person',
    identifier: '360702198811120022',
    phone: '13900000002',
    loa: 'high',
    enterprises: [{ uscc: '92360702MA9XX00B39', name: '章贡区示例餐饮店', role: '法定代表人' }],
  },
  {
    sub: 'jx-person-0003',
    username: '13900000003',
    password: 'Demo-2026-03',
    name: '示例丙',
    userType: 'person',
    identifier: '360424199505200039',
    phone: '13900000003',
    loa: 'basic',
    enterprises: [],
  },
  {
    sub: 'jx-enterprise-0001',
    username: '91360100MA9XX00A5M',
    password: 'Demo-2026-11',
    name: '南昌示例商贸有限公司',
    userType: 'enterprise',
    identifier: '91360100MA9XX00A5M',
    phone: '13900000001',
    loa: 'high',
    enterprises: [],
  },
];
