/** What the server answered: the status, and the body as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The server did not answer at all, or says that it cannot now: worth trying again with the same words. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** A member of staff at a screen of their own: signs in when needed, keeps the cookie, speaks JSON. */
export class Colleague {
  readonly #baseUrl: string;
  readonly #username: string;
  readonly #password: string;
  readonly #signal: AbortSignal;
  #cookie: string | undefined;

  constructor(at: { readonly baseUrl: string; readonly password: string; readonly signal: AbortSignal }, username: string) {
    this.#baseUrl = at.baseUrl;
    this.#password = at.password;
    this.#signal = at.signal;
    this.#username = username;
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.#ask('POST', path, body);
  }

  /** Once more after signing in, when the sign-in has ended meanwhile. */
  async #ask(method: string, path: string, body?: unknown): Promise<Answer> {
    if (this.#cookie === undefined) await this.#signIn();
    const answer = await this.#send(method, path, body);
    if (answer.status !== 401) return answer;
    await this.#signIn();
    return this.#send(method, path, body);
  }

  async #signIn(): Promise<void> {
    this.#cookie = undefined;
    const answer = await this.#send('POST', '/api/sign-in', { username: this.#username, password: this.#password });
    if (answer.status !== 200) throw new NoAnswer(`Not signed in: ${answer.status}`);
  }

  async #send(method: string, path: string, body?: unknown): Promise<Answer> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(new URL(path, this.#baseUrl), {
        method,
        signal: this.#signal,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      throw new NoAnswer('The server does not answer', { cause: error });
    }
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0];
    if (response.status >= 500 || response.status === 429) throw new NoAnswer(`The server answers ${response.status}`);
    return { status: response.status, body: readJson(text) };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
