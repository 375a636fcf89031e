/** An answer that is a problem (RFC 9457); `status` is 0 where an answer was no problem document. */
export class AlignError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    /** Seconds after which to come again, where the service says so. */
    readonly retryAfter: number | null,
  ) {
    super(problem === null ? `HTTP ${status}` : problem.detail);
    this.name = "AlignError";
  }
}

export type ClientOptions = {
  /** Where the service is: `http://127.0.0.1:8420`. */
  url: string;
  /** A key of `align key create`; a service without keys needs none. */
  key?: string;
  /** Milliseconds for one request, those of a batch aside. */
  timeout?: number;
  fetch?: typeof fetch;
};

type Query = Record<string, string | number | boolean | null | undefined>;

/** The gate over HTTP. Offsets in answers count code points: `Array.from(body).slice(start, end).join("")`. */
export class AlignClient {
  constructor(private readonly options: ClientOptions) {}

  // methods
  private async ask<T>(method: string, path: string, query: Query, body?: unknown): Promise<T> {
    const response = await this.send(path, query, {
      method,
      signal: AbortSignal.timeout(this.options.timeout ?? 180_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
    });
    return (await response.json()) as T;
  }

  private async *stream<T>(
    path: string,
    query: Query,
    lines: Iterable<unknown> | AsyncIterable<unknown>,
  ): AsyncGenerator<T> {
    const init = {
      method: "POST",
      body: encoded(lines),
      headers: { "Content-Type": "application/x-ndjson" },
      duplex: "half",
    };
    const response = await this.send(path, query, init as RequestInit);
    if (response.body === null) return;
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const pieces = rest.split("\n");
      rest = pieces.pop() ?? "";
      for (const piece of pieces) yield JSON.parse(piece) as T;
      if (done) return;
    }
  }

  private async send(path: string, query: Query, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.options.url);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    const headers = new Headers(init.headers);
    if (this.options.key !== undefined) headers.set("Authorization", `Bearer ${this.options.key}`);
    const response = await (this.options.fetch ?? fetch)(url, { ...init, headers });
    if (response.ok) return response;
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
    const problem = isProblem ? ((await response.json()) as Problem) : null;
    const later = response.headers.get("retry-after");
    throw new AlignError(response.status, problem, later === null ? null : Number(later));
  }
}

function encoded(lines: Iterable<unknown> | AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(JSON.stringify(value) + "\n"));
    },
  });
}
