import type { EffectsPort } from '../exchange/effects-port.ts';

/** 国家企业信用信息公示系统（江西）: ends showing records of market supervision, delists, restores standing. */
export type GsxtPort = EffectsPort;
