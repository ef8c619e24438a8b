/** Says what went wrong in a step, and what to do; shown without a stack trace. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';

/** Shows the steps of a command as they are done: on a terminal with a spinner, elsewhere a line a step. */
export class Steps {
  private readonly isTerminal = process.stdout.isTTY && process.env['TERM'] !== 'dumb';
  private readonly startedAt = performance.now();

  get seconds(): string {
    return secondsSince(this.startedAt);
  }

  /** Runs a step and shows how long it took. What it throws says that it failed. */
  async run<Result>(name: string, work: (say: (detail: string) => void) => Promise<Result>): Promise<Result> {
    const since = performance.now();
    let detail = '';
    let frame = 0;
    const draw = (): void => {
      process.stdout.write(
        `\r\u001B[2K${FRAMES[frame++ % FRAMES.length] ?? ''} ${name} ${secondsSince(since)}${detail === '' ? '' : ` · ${detail}`}`,
      );
    };
    const timer = this.isTerminal ? setInterval(draw, 100) : undefined;
    try {
      const result = await work((text) => {
        detail = text;
      });
      this.end(timer, `✓ ${name} ${secondsSince(since)}`);
      return result;
    } catch (error) {
      this.end(timer, `✗ ${name}`);
      throw error;
    }
  }

  say(line: string): void {
    console.log(line);
  }

  private end(timer: NodeJS.Timeout | undefined, line: string): void {
    clearInterval(timer);
    if (this.isTerminal) process.stdout.write('\r\u001B[2K');
    console.log(line);
  }
}

function secondsSince(since: number): string {
  const seconds = (performance.now() - since) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}
