/** What every page gets: the parts of its address, for instance `params.id`. */
export interface PageProps {
  params: Record<string, string | undefined>;
}
