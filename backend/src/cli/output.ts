/** What a command answers: for programs and for people. */
export interface Answer {
  readonly data: object;
  readonly text: string;
  readonly failed?: boolean;
}

export function print({ data, text }: Answer, asJson: boolean): void {
  console.log(asJson ? JSON.stringify(data) : text);
}
