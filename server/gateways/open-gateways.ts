import { openCourtClient } from './court/court-client.ts';
import type { CourtPort } from './court/court-port.ts';
import { openCreditChinaClient } from './credit-china/credit-china-client.ts';
import type { CreditChinaPort } from './credit-china/credit-china-port.ts';
import type { CallObserver } from './exchange/outcome.ts';
import type { ExchangeTarget } from './exchange/signed-fetch.ts';
import { openGanfutongClient } from './ganfutong/ganfutong-client.ts';
import type { GanfutongPort } from './ganfutong/ganfutong-port.ts';
import { openGsxtClient } from './gsxt/gsxt-client.ts';
import type { GsxtPort } from './gsxt/gsxt-port.ts';
import { openMarketPlatformClient } from './market-platform/market-platform-client.ts';
import type { MarketPlatformPort } from './market-platform/market-platform-port.ts';
import { openProvinceClient } from './province/province-client.ts';
import type { ProvincePort } from './province/province-port.ts';
import { openSharedDataClient } from './shared-data/shared-data-client.ts';
import type { SharedDataPort } from './shared-data/shared-data-port.ts';
import { openCertificateAuthorityClient } from './signing/certificate-authority-client.ts';
import type { CertificateAuthorityPort } from './signing/certificate-authority-port.ts';
import { openTimeStampClient } from './signing/time-stamp-client.ts';
import type { TimeStampPort } from './signing/time-stamp-port.ts';
import { openSmsClient } from './sms/sms-client.ts';
import type { SmsPort } from './sms/sms-port.ts';

/** Where the outside systems are and how to sign. Nothing is connected until the first errand. */
export interface GatewaySettings {
  readonly creditChinaUrl: string;
  readonly gsxtUrl: string;
  readonly provinceUrl: string;
  readonly sharedDataUrl: string;
  readonly marketPlatformUrl: string;
  readonly courtUrl: string;
  readonly certificateAuthorityUrl: string;
  readonly smsUrl: string;
  readonly ganfutongUrl: string;
  /** Secret of the exchange platform. */
  readonly key: string;
  readonly timeoutMs: number;
  /** Our id at the exchange platform. Default `jx-xyxf`. */
  readonly requesterId?: string;
  readonly onCall?: CallObserver;
}

/** All outside systems, one port each. */
export interface Gateways {
  readonly creditChina: CreditChinaPort;
  readonly gsxt: GsxtPort;
  readonly province: ProvincePort;
  readonly sharedData: SharedDataPort;
  readonly marketPlatform: MarketPlatformPort;
  readonly court: CourtPort;
  readonly certificateAuthority: CertificateAuthorityPort;
  /** At the certificate authority's address: those who issue certificates stamp the time too. */
  readonly timeStamps: TimeStampPort;
  readonly sms: SmsPort;
  readonly ganfutong: GanfutongPort;
}

/** Builds the HTTP client of every outside system. */
export function openGateways(settings: GatewaySettings): Gateways {
  const { key, timeoutMs, onCall, requesterId = 'jx-xyxf' } = settings;
  const target = (system: string, title: string, url: string): ExchangeTarget => ({
    system,
    title,
    url,
    key,
    timeoutMs,
    requesterId,
    onCall,
  });
  return {
    creditChina: openCreditChinaClient(target('credit-china', '信用中国（江西）', settings.creditChinaUrl)),
    gsxt: openGsxtClient(target('gsxt', '国家企业信用信息公示系统（江西）', settings.gsxtUrl)),
    province: openProvinceClient(target('province', '省公共信用信息平台', settings.provinceUrl)),
    sharedData: openSharedDataClient(target('shared-data', '省公共数据共享平台', settings.sharedDataUrl)),
    marketPlatform: openMarketPlatformClient(
      target('market-platform', '市场监管信用修复全国统一平台', settings.marketPlatformUrl),
    ),
    court: openCourtClient(target('court', '人民法院', settings.courtUrl)),
    certificateAuthority: openCertificateAuthorityClient(
      target('certificate-authority', '电子认证服务机构', settings.certificateAuthorityUrl),
    ),
    timeStamps: openTimeStampClient(target('certificate-authority', '时间戳服务', settings.certificateAuthorityUrl)),
    sms: openSmsClient(target('sms', '短信网关', settings.smsUrl)),
    ganfutong: openGanfutongClient(target('ganfutong', '赣服通', settings.ganfutongUrl)),
  };
}
