import { Igny8Error } from '@igny8/sdk';

/**
 * Whether the session of this page goes on. When it ends, changes that were on their way wait here until somebody has signed in
 * again, and are then sent once more.
 */
export class BrowserSession {
  private ended = false;
  private signIns = 0;
  private waiting: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();

  readonly hasEnded = (): boolean => this.ended;

  /** @returns what ends the listening */
  readonly listen = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    return () => {
      this.listeners.delete(onChange);
    };
  };

  end(): void {
    this.set(true);
  }

  /** Somebody has signed in again, and is who they were. */
  goOn(): void {
    const waiting = this.waiting;
    this.waiting = [];
    this.signIns++;
    this.set(false);
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
          this.end();
          await new Promise<void>((resume) => this.waiting.push(resume));
        }
      }
    }
  }

  private set(hasEnded: boolean): void {
    this.ended = hasEnded;
    for (const listener of this.listeners) listener();
  }
}

/** The one session of the whole page. */
export const browserSession = new BrowserSession();

export const isSignedOut = (error: unknown): error is Igny8Error => error instanceof Igny8Error && error.code === 'unauthenticated';
