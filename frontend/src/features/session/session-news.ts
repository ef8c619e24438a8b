/** What one tab tells the others of the session that they share. */
export type SessionNews = 'signed in' | 'signed out';

const CHANNEL = 'igny8-session';

export function tellOtherTabs(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** @returns what ends the listening */
export function listenToOtherTabs(onNews: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<SessionNews>) => {
    onNews(data);
  });
  return () => {
    channel.close();
  };
}
