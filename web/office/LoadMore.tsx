import { Button } from 'antd';

interface Props {
  readonly query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  readonly shown: number;
}

/** Lists go on by a button, so that the end is always known. */
export function LoadMore({ query, shown }: Props) {
  return (
    <div className="load-more">
      {query.hasNextPage ? (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          加载更多
        </Button>
      ) : (
        <span className="quiet">共 {shown} 条，已全部显示</span>
      )}
    </div>
  );
}
