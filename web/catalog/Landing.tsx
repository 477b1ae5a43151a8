import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { buttonClass } from '../ui/Button.tsx';
import { useChannelVisit } from './use-channel.ts';

/** The first screen: what this is, what it is not, and the two ways in. */
export function Landing() {
  useChannelVisit('landing');
  useEffect(() => {
    document.title = '信用修复一件事 · 江西';
  }, []);
  return (
    <>
      <div className="hero">
        <div className="hero-inner">
          <div>
            <h1>
              被处罚、被列入名单？
              <br />
              先看看能不能修复
            </h1>
            <p>全省的失信信息一次查清，几条一起申请，只填一张表。</p>
            <div className="hero-acts">
              <Link className={buttonClass('primary', true)} to="/records">
                查我的记录
              </Link>
              <Link className={buttonClass('secondary', true)} to="/calculator">
                不登录，自己测一测
              </Link>
            </div>
            <p className="hero-free">
              <strong>免费办理，从未委托任何机构。</strong>
              <span className="small">有人收钱“包修复”的，都不是我们。</span>
            </p>
          </div>
          <Split />
        </div>
      </div>
      <div className="landing">
        <section aria-labelledby="doors">
          <h2 id="doors">还可以</h2>
          <ul className="doors">
            <Door to="/guide" title="看办理指引" text="每个事项：谁能办、要什么、多久、找谁" />
            <Door to="/progress" title="查进度" text="用申请编号和查询码，不用登录" />
            <Door to="/verify" title="验文书真伪" text="决定书、通知书上的验证码" />
            <Door to="/public" title="公示查询" text="看一家单位现在还公示着什么" />
          </ul>
        </section>
        <section aria-labelledby="ways">
          <h2 id="ways">怎么办</h2>
          <ol className="ways">
            <li>
              <strong>登录，看记录</strong>
              <span className="small">每一条都告诉您：能不能修复、为什么、哪一天起可以。</span>
            </li>
            <li>
              <strong>勾选，一次申请</strong>
              <span className="small">一张表、一份承诺、一次签名。政府已有的材料不用您交。</span>
            </li>
            <li>
              <strong>等结果</strong>
              <span className="small">每一步、每个期限都看得到；缺什么一次告诉您。</span>
            </li>
            <li>
              <strong>停止公示</strong>
              <span className="small">准予修复后，各平台停止公示，回执给您看。</span>
            </li>
          </ol>
        </section>
        <section aria-labelledby="window">
          <h2 id="window">不方便上网</h2>
          <p>
            到省、市、县任何一个政务服务中心的综合窗口都能办，不分户籍和注册地。工作人员帮您填表，材料由系统送到办理单位。
          </p>
        </section>
      </div>
    </>
  );
}

function Door({ to, title, text }: { to: string; title: string; text: string }) {
  return (
    <li>
      <Link to={to} className="door">
        <strong>{title}</strong>
        <span>{text}</span>
      </Link>
    </li>
  );
}

function Split() {
  return (
    <aside className="split" aria-label="这里办什么">
      <h2>是在这里办吗？</h2>
      <p>
        <span className="good">✓ 在这里办：</span>
        行政处罚、经营异常名录、严重失信主体名单（税务、欠薪、安全生产等）在网上公示，影响招投标、贷款、办证。
      </p>
      <p>
        <span className="bad">× 不在这里办：</span>
        信用卡或贷款逾期，属于<strong>个人征信</strong>
        ，由中国人民银行管理。请联系放款的银行，或到人民银行征信服务窗口查询、提出异议。
      </p>
      <p className="small">失信被执行人名单由执行法院决定，您可以在这里看条件，我们代您转送申请。</p>
    </aside>
  );
}
