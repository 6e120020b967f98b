interface ListPage<Item> {
  items: Item[];
  nextCursor?: string | null;
}

/** The whole of a list that stays short, page by page. */
export async function allPages<Item>(read: (cursor: string | undefined) => Promise<ListPage<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}
