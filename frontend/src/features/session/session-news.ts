/** What one tab tells the others of the session that they share. */
export type SessionNews = 'signed in' | 'signed out';

/** One for the whole page: a channel does not hear what it says itself. */
let shared: BroadcastChannel | undefined;
const channel = (): BroadcastChannel => (shared ??= new BroadcastChannel('igny8-session'));

export function tellOtherTabs(news: SessionNews): void {
  channel().postMessage(news);
}

/** @returns what ends the listening */
export function listenToOtherTabs(onNews: (news: SessionNews) => void): () => void {
  const listener = ({ data }: MessageEvent<SessionNews>): void => {
    onNews(data);
  };
  channel().addEventListener('message', listener);
  return () => {
    channel().removeEventListener('message', listener);
  };
}
