import type { ClinicCommand } from '../../shared/clinic/commands.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import type { Problem } from '../../shared/wire/problem.ts';

/** An answer of the API: its status, headers, text, and the text read as JSON (undefined when it is none). */
export interface ApiAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

/** What an accepted command is answered with. */
export interface Appended {
  readonly position: number;
  readonly events: readonly SessionEvent[];
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Someone at the API over real HTTP. Keeps the cookie of a sign-in like a browser would. */
export class ApiClient {
  readonly url: string;
  cookie: string | undefined;
  /** The cookie of an enrolled tablet. */
  device: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.headers = headers;
  }

  get<T = unknown>(path: string, options: SendOptions = {}): Promise<ApiAnswer<T>> {
    return this.send('GET', path, undefined, options);
  }

  /** `body` goes as JSON; a string goes as it is (for malformed bodies). */
  post<T = unknown>(path: string, body?: unknown, options: SendOptions = {}): Promise<ApiAnswer<T>> {
    return this.send('POST', path, body, options);
  }

  put<T = unknown>(path: string, body?: unknown, options: SendOptions = {}): Promise<ApiAnswer<T>> {
    return this.send('PUT', path, body, options);
  }

  delete<T = unknown>(path: string, options: SendOptions = {}): Promise<ApiAnswer<T>> {
    return this.send('DELETE', path, undefined, options);
  }

  async send<T>(method: string, path: string, body: unknown, { headers = {} }: SendOptions): Promise<ApiAnswer<T>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...cookiesOf(this),
        ...this.headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: readJson<T>(text) };
  }

  signIn(username: string, password: string): Promise<ApiAnswer<Problem>> {
    return this.post('/api/sign-in', { username, password });
  }

  /** Sends a command of a visit as it stands. */
  command(sessionId: string, command: SentCommand): Promise<ApiAnswer<Appended & Problem>> {
    return this.post(`/api/sessions/${sessionId}/commands`, command);
  }

  clinic(command: ClinicCommand): Promise<ApiAnswer<Problem>> {
    return this.post('/api/clinic/commands', command);
  }

  async board(): Promise<BoardAnswer> {
    return (await this.get<BoardAnswer>('/api/board')).body;
  }

  async timeline(sessionId: string): Promise<readonly SessionEvent[]> {
    return (await this.get<{ events: SessionEvent[] }>(`/api/sessions/${sessionId}/timeline`)).body.events;
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const kept = pair.endsWith('=') ? undefined : pair;
    if (/^[^=]*-device=/.test(pair)) this.device = kept;
    else this.cookie = kept;
  }
}

/** The `cookie` header that somebody's browser would send. */
export function cookiesOf({ cookie, device }: Pick<ApiClient, 'cookie' | 'device'>): { cookie?: string } {
  const all = [cookie, device].filter((one) => one !== undefined);
  return all.length === 0 ? {} : { cookie: all.join('; ') };
}

/** A command of a visit as it goes over the wire. Whoever builds one checks that the data belong to the type. */
export interface SentCommand {
  readonly id: string;
  readonly type: SessionCommandType;
  readonly at: string;
  readonly patientId: string;
  readonly data: object;
}

function readJson<T>(text: string): T {
  try {
    return JSON.parse(text);
  } catch {
    return undefined as T;
  }
}
