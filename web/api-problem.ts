import type { Problem } from '#contract/wire.ts';

/** One field that was refused: its path in the body and what to do about it. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** Why the API said no, or could not be reached. `message` is the Chinese sentence to show. */
export class ApiProblem extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly cite: readonly { id: string; text: string }[];
  readonly more: Readonly<Record<string, unknown>>;
  readonly correlation: string | null;
  /** True where it is unknown whether the request arrived. */
  readonly lost: boolean;

  constructor(problem: Partial<Problem> & { status: number; code: string; detail: string }, lost = false) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.fields = problem.fields ?? [];
    this.cite = problem.cite ?? [];
    this.more = problem.more ?? {};
    this.correlation = problem.correlation ?? null;
    this.lost = lost;
  }
}

const sentences: Readonly<Record<number, string>> = {
  401: '登录已经过期。请重新登录，您填的内容已保存。',
  403: '这里需要相应的身份才能查看。',
  404: '没有找到这一页或这份信息。',
  413: '文件太大。请压缩后再上传。',
  429: '操作太频繁。请过一分钟再试。',
  502: '系统正在恢复，请过一会儿再试。',
  503: '系统正在恢复，请过一会儿再试。',
};

/** Reads problem+json; anything else becomes a sentence by its status. */
export function problemFrom(status: number, reply: unknown): ApiProblem {
  if (typeof reply === 'object' && reply !== null && 'detail' in reply && 'code' in reply)
    return new ApiProblem({ ...(reply as Problem), status });
  const detail =
    sentences[status] ?? '系统出了问题，已经记录下来。请过一会儿再试；仍然不行，可以到政务服务中心综合窗口办理。';
  return new ApiProblem({ status, code: 'unreadable', detail }, status === 502 || status === 503 || status === 504);
}

/** No answer: offline, cut off or too slow. */
export function unreachable(tooSlow: boolean): ApiProblem {
  if (tooSlow)
    return new ApiProblem(
      { status: 0, code: 'too-slow', detail: '等了 20 秒还没有答复。请检查网络后再试一次，不会重复提交。' },
      true,
    );
  const detail = navigator.onLine
    ? '暂时连不上系统。请过一会儿再试，您填的内容还在。'
    : '网络没有连上。请检查手机或电脑的网络后再试，您填的内容还在。';
  return new ApiProblem({ status: 0, code: 'offline', detail }, true);
}

/** Any error as an ApiProblem, so that screens need one way of showing failures. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: 'unexpected', detail: '页面出了问题。请刷新后再试，您填的内容还在。' });
}
