import { isAbsolute, resolve } from 'node:path';
import {
  ConfigError,
  day,
  hostPort,
  httpUrl,
  list,
  oneOf,
  onOff,
  postgresUrl,
  type Setting,
  secret,
  text,
  whole,
} from './setting.ts';

/** Where the sandbox serves the stand-in of each outside system (path below its origin), by setting. */
export const sandboxPaths = {
  oidcIssuer: '/oidc',
  creditChinaUrl: '/credit-china',
  gsxtUrl: '/gsxt',
  provincePlatformUrl: '/province-platform',
  sharedDataUrl: '/shared-data',
  marketPlatformUrl: '/market-platform',
  courtUrl: '/court',
  certificateAuthorityUrl: '/certificate-authority',
  smsUrl: '/sms',
  ganfutongUrl: '/ganfutong',
} as const;

const underSandbox = (path: string) => `演示时为 http://127.0.0.1:SANDBOX_PORT${path}，否则必填`;

/** All settings, in the order of the table in docs/operations.md. The keys are the names used in code. */
export const settings = {
  port: whole('PORT', '网页与接口的端口；0 表示任选空闲端口', 8080, 0, 65535),
  host: text('HOST', '监听地址', '127.0.0.1'),
  publicUrl: httpUrl(
    'PUBLIC_URL',
    '人们在浏览器里看到的地址，用于登录回跳、二维码和 Cookie 的 Secure 标志',
    'http://HOST:PORT',
  ),
  dataDir: text('DATA_DIR', '数据目录：内置数据库、上传的文件、生成的文书、密钥', '.data'),
  databaseUrl: postgresUrl(
    'DATABASE_URL',
    '数据库属主的连接地址（PostgreSQL 15–18），用于迁移',
    '空：用内置的 PostgreSQL',
  ),
  appDatabaseUrl: postgresUrl(
    'APP_DATABASE_URL',
    '应用角色 credit_repair_app 的连接地址；改不了台账',
    '由 DATABASE_URL 推出，口令取自属主口令的 HMAC',
  ),
  appSecret: secret(
    'APP_SECRET',
    '会话与核验码的密钥；多台服务器共用一个数据库时必须相同',
    '首次启动时生成，存于 DATA_DIR/secret',
  ),
  dbPool: whole('DB_POOL', '每个服务进程的数据库连接数上限', 20, 1, 500),
  logLevel: oneOf('LOG_LEVEL', '日志级别', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  demo: onOff('DEMO', '演示：建演示账号，外部系统默认指向仿真服务', true),
  sandboxPort: whole('SANDBOX_PORT', '仿真服务的端口（只监听 127.0.0.1）；0 不可用', 8081, 1, 65535),
  oidcIssuer: httpUrl('OIDC_ISSUER', '江西政务服务网统一身份认证的 issuer', underSandbox(sandboxPaths.oidcIssuer)),
  oidcClientId: text('OIDC_CLIENT_ID', '在统一身份认证登记的客户端号', 'credit-repair'),
  oidcClientSecret: secret('OIDC_CLIENT_SECRET', '客户端密钥', '演示时由 APP_SECRET 推出，否则必填'),
  creditChinaUrl: httpUrl('CREDIT_CHINA_URL', '信用中国（江西）接口', underSandbox(sandboxPaths.creditChinaUrl)),
  gsxtUrl: httpUrl('GSXT_URL', '国家企业信用信息公示系统（江西）接口', underSandbox(sandboxPaths.gsxtUrl)),
  provincePlatformUrl: httpUrl(
    'PROVINCE_PLATFORM_URL',
    '省公共信用信息平台接口',
    underSandbox(sandboxPaths.provincePlatformUrl),
  ),
  sharedDataUrl: httpUrl(
    'SHARED_DATA_URL',
    '省公共数据共享平台接口：缴款记录、破产重整案件',
    underSandbox(sandboxPaths.sharedDataUrl),
  ),
  marketPlatformUrl: httpUrl(
    'MARKET_PLATFORM_URL',
    '市场监管信用修复系统接口',
    underSandbox(sandboxPaths.marketPlatformUrl),
  ),
  courtUrl: httpUrl('COURT_URL', '法院失信被执行人接口', underSandbox(sandboxPaths.courtUrl)),
  certificateAuthorityUrl: httpUrl(
    'CERTIFICATE_AUTHORITY_URL',
    '电子认证服务机构接口：各单位文书签章的证书向它申请、续期',
    underSandbox(sandboxPaths.certificateAuthorityUrl),
  ),
  smsUrl: httpUrl('SMS_URL', '短信网关', underSandbox(sandboxPaths.smsUrl)),
  ganfutongUrl: httpUrl('GANFUTONG_URL', '赣服通消息网关', underSandbox(sandboxPaths.ganfutongUrl)),
  gatewayKey: secret('GATEWAY_KEY', '与外部系统互签报文的 HMAC 密钥', '演示时由 APP_SECRET 推出，否则必填'),
  gatewayTimeoutMs: whole('GATEWAY_TIMEOUT_MS', '等外部系统答复的毫秒数', 5000, 100, 120_000),
  workerConcurrency: whole('WORKER_CONCURRENCY', '每个后台进程同时做的任务数', 4, 1, 64),
  fontDirs: list('FONT_DIRS', '文书字体的目录；排在内置思源黑体、宋体之前', '空：只用内置字体'),
  uploadLimitMb: whole('UPLOAD_LIMIT_MB', '单份材料的大小上限（MB）', 20, 1, 1024),
  pdfPageLimit: whole('PDF_PAGE_LIMIT', '单份材料的 PDF 最多多少页', 500, 1, 100_000),
  materialReuseMonths: whole(
    'MATERIAL_REUSE_MONTHS',
    '交过的材料，经本人同意可以再用多少个月；0 表示不能再用',
    12,
    0,
    120,
  ),
  clamavAddress: hostPort(
    'CLAMAV_ADDRESS',
    '查毒服务 clamd 的地址（TCP），例如 127.0.0.1:3310；它的 StreamMaxLength 不能小于 UPLOAD_LIMIT_MB',
    '空：不查毒',
  ),
  importLimitMb: whole('IMPORT_LIMIT_MB', '失信信息导入文件的大小上限（MB）', 100, 1, 4096),
  noticeDays: whole(
    'NOTICE_DAYS',
    '导入或推送的决定，决定日期在近多少天以内的自动制作告知书；0 表示不自动制作',
    60,
    0,
    3650,
  ),
  questionAnswerDays: whole(
    'QUESTION_ANSWER_DAYS',
    '承诺几个工作日内答复申请人的提问（平台的承诺，不是法定期限）',
    3,
    1,
    30,
  ),
  messageGatherSeconds: whole(
    'MESSAGE_GATHER_SECONDS',
    '一份申请里各项的进展，等多少秒合成一条短信（赣服通）再发；站内消息不等。演示最多等 5 秒',
    120,
    0,
    3600,
  ),
  accessLogMonths: whole(
    'ACCESS_LOG_MONTHS',
    '谁看过谁的资料，记录保存多少个月；网络日志法定不少于六个月（网络安全法第二十三条第三项，2026 年以前是第二十一条第三项）',
    36,
    6,
    600,
  ),
  rateLimitPerMinute: whole('RATE_LIMIT_PER_MINUTE', '每个来源地址每分钟的请求数上限；0 表示不限', 1200, 0, 10_000_000),
  trustProxy: list('TRUST_PROXY', '可信的反向代理地址；它们给的 X-Forwarded-* 才算数', '空：谁都不信'),
  fixedToday: day('FIXED_TODAY', '只供试验：把“今天”固定在这一天；DEMO=0 时不可用', '空：系统时钟'),
} as const;

type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** The settings of one process, read once at its start. */
export type Config = { readonly [K in keyof typeof settings]: ValueOf<(typeof settings)[K]> };

/**
 * Reads the settings from environment variables; an empty variable counts as absent, unknown variables are ignored.
 * Touches no file: `appSecret` and what follows from it stay '' here unless given; `loadConfig` fills them.
 * @throws ConfigError with a Chinese sentence that names the setting.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, valueFrom(setting as Setting<unknown>, env[setting.name])]),
  ) as unknown as Config;
  return withDerived(read);
}

function valueFrom<T>(setting: Setting<T>, given: string | undefined): T {
  const value = setting.parse(given === undefined || given === '' ? setting.fallback : given);
  if (value !== undefined) return value;
  const shown = setting.secret ? '' : `“${given}”`;
  throw new ConfigError(
    setting.name,
    `设置 ${setting.name} 的值${shown}不能用：应为${setting.form}（${setting.doc}）。`,
  );
}

function withDerived(read: Config): Config {
  if (read.fixedToday !== '' && !read.demo) {
    throw new ConfigError('FIXED_TODAY', '设置 FIXED_TODAY 只供试验，DEMO=0 时不能用。');
  }
  if (read.demo && read.sandboxPort === read.port) {
    throw new ConfigError('SANDBOX_PORT', `设置 SANDBOX_PORT 与 PORT 相同（${read.port}），两个服务不能共用一个端口。`);
  }
  if (read.appDatabaseUrl !== '' && new URL(read.appDatabaseUrl).username !== 'credit_repair_app') {
    throw new ConfigError('APP_DATABASE_URL', '设置 APP_DATABASE_URL 的用户名应为 credit_repair_app。');
  }
  const origin = `http://127.0.0.1:${read.sandboxPort}`;
  const urls = Object.entries(sandboxPaths).map(([key, path]) => {
    const given = read[key as keyof typeof sandboxPaths];
    if (given === '' && !read.demo) throw missing(settings[key as keyof typeof sandboxPaths]);
    return [key, given === '' ? origin + path : given];
  });
  if (!read.demo && read.gatewayKey === '') throw missing(settings.gatewayKey);
  if (!read.demo && read.oidcClientSecret === '') throw missing(settings.oidcClientSecret);
  const host = read.host.includes(':') ? `[${read.host}]` : read.host;
  const publicUrl = read.publicUrl === '' ? `http://${host}:${read.port}` : read.publicUrl;
  const dataDir = isAbsolute(read.dataDir) ? read.dataDir : resolve(read.dataDir);
  const messageGatherSeconds = read.demo ? Math.min(read.messageGatherSeconds, 5) : read.messageGatherSeconds;
  return {
    ...read,
    messageGatherSeconds,
    ...(Object.fromEntries(urls) as Record<keyof typeof sandboxPaths, string>),
    publicUrl,
    dataDir,
  };
}

function missing(setting: Setting<string>): ConfigError {
  return new ConfigError(setting.name, `缺少设置 ${setting.name}：DEMO=0 时必须给出（${setting.doc}）。`);
}
