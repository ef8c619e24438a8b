import { endOf, isSignedOut, type SessionEnd } from './session-end';

/**
 * Whether the session of this page goes on. When it ends, changes that were on their way wait here until somebody has signed in
 * again, and are then sent once more.
 */
export class BrowserSession {
  private ended: SessionEnd | undefined;
  private signIns = 0;
  private waiting: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();

  /** Undefined while it goes on. */
  readonly current = (): SessionEnd | undefined => this.ended;

  /** @returns what ends the listening */
  readonly listen = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    return () => {
      this.listeners.delete(onChange);
    };
  };

  /** @param why the first reason holds: what is refused after it was refused for that */
  end(why: SessionEnd): void {
    this.set(this.ended ?? why);
  }

  /** Somebody has signed in again, and is who they were. */
  goOn(): void {
    const waiting = this.waiting;
    this.waiting = [];
    this.signIns++;
    this.set(undefined);
    for (const resume of waiting) resume();
  }

  /** Runs a change to its end: once more after each sign-in that it had to wait for. */
  async finish<Result>(change: () => Promise<Result>): Promise<Result> {
    for (;;) {
      const before = this.signIns;
      try {
        return await change();
      } catch (error) {
        if (!isSignedOut(error)) throw error;
        // A refusal may come late: it was of the session before this one.
        if (before === this.signIns) {
          this.end(endOf(error));
          await new Promise<void>((resume) => this.waiting.push(resume));
        }
      }
    }
  }

  private set(ended: SessionEnd | undefined): void {
    this.ended = ended;
    for (const listener of this.listeners) listener();
  }
}

/** The one session of the whole page. */
export const browserSession = new BrowserSession();
