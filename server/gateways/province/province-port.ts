import type { EffectsPort } from '../exchange/effects-port.ts';

/** 省公共信用信息平台: ends sharing a record with other units and lifts the measures that rest on it. */
export type ProvincePort = EffectsPort;
