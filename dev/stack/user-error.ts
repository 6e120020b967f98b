/** Something that the person at the terminal can put right: shown as text, without a stack trace. */
export class UserError extends Error {
  constructor(problem: string, whatToDo: string) {
    super(`${problem}\n${whatToDo}`);
    this.name = 'UserError';
  }
}
