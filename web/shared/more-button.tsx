import { Button } from '@mantine/core';

interface PagedList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** The next page of a list below what is there; nothing when that is all. */
export function MoreButton({ list, label, mt }: { list: PagedList; label: string; mt?: 'md' }) {
  if (!list.hasNextPage) return null;
  return (
    <Button
      variant="default"
      mt={mt}
      w="fit-content"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
