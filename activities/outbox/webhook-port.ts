export type WebhookAnswer =
  | { status: number }
  /** No answer at all, or an address that may not be called. */
  | { error: string; forGood: boolean };

/** How a webhook is called: one POST, no redirects, a bounded time, no address inside the own network. Never throws. */
export interface WebhookPort {
  post(request: { url: string; headers: Record<string, string>; body: string }): Promise<WebhookAnswer>;
}
