/** Whose move it is while an item stands in a state. */
export type Mover = 'applicant' | 'authority' | 'platform' | 'outside' | 'nobody';

/** Which clock runs in a state; `none` where no rule counts days. */
export type ClockKind = 'acceptance' | 'decision' | 'correction' | 'effects' | 'none';

interface StateFacts {
  readonly waitsOn: Mover;
  readonly clock: ClockKind;
  readonly closed: boolean;
  /** Words for the offices. */
  readonly office: string;
  /** Words for the applicant: what is happening now. */
  readonly public: string;
}

/**
 * Every state an item can stand in: whose move it is and which clock runs.
 * 发改委令36号 第十三条: 信用中国 is the unified receiver, so an item of the general track is first registered there (`registering`).
 * Items decided in an outside system (总局令107号 第十四条; 法释〔2017〕7号) are handed over and mirrored.
 */
export const itemStates = {
  registering: {
    waitsOn: 'platform',
    clock: 'none',
    closed: false,
    office: '待统一受理平台登记',
    public: '正在向“信用中国”登记您的申请，登记后开始计算办理时限',
  },
  lodged: {
    waitsOn: 'authority',
    clock: 'acceptance',
    closed: false,
    office: '待受理',
    public: '已收到，等待办理单位决定是否受理',
  },
  correcting: {
    waitsOn: 'applicant',
    clock: 'correction',
    closed: false,
    office: '待申请人补正',
    public: '材料需要补正，请按清单一次补齐',
  },
  accepted: {
    waitsOn: 'authority',
    clock: 'decision',
    closed: false,
    office: '审核中',
    public: '已受理，办理单位正在审核',
  },
  'handing-over': {
    waitsOn: 'platform',
    clock: 'none',
    closed: false,
    office: '待移送外部系统',
    public: '正在把申请送到办理系统',
  },
  'handed-over': {
    waitsOn: 'outside',
    clock: 'none',
    closed: false,
    office: '外部系统办理中',
    public: '已送达办理单位的系统，结果会自动回到这里',
  },
  granted: {
    waitsOn: 'platform',
    clock: 'effects',
    closed: false,
    office: '准予修复，等待停止公示回执',
    public: '准予修复，正在通知各平台停止公示',
  },
  completed: {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '办结（准予）',
    public: '已办结：各平台已停止公示',
  },
  declined: { waitsOn: 'nobody', clock: 'none', closed: true, office: '不予受理', public: '未受理，理由见通知书' },
  refused: {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '不予修复',
    public: '不予修复，理由和救济途径见决定书',
  },
  revoked: {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '准予的修复已撤销',
    public: '准予修复的决定已经撤销，理由、后果和救济途径见决定书',
  },
  withdrawn: { waitsOn: 'nobody', clock: 'none', closed: true, office: '已撤回', public: '您已撤回这一项' },
  'left-to-court': {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '法院已答复',
    public: '法院已答复，结果见办理记录',
  },
} as const satisfies Record<string, StateFacts>;

/** Name of a state. */
export type ItemState = keyof typeof itemStates;

/** All states, in the order a file travels. */
export const allItemStates = Object.keys(itemStates) as ItemState[];

/** Tells whether nothing can happen to an item in this state any more. */
export function isClosed(state: ItemState): boolean {
  return itemStates[state].closed;
}
