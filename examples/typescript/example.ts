// How a runner asks the service: a check, a pass through the gate, a batch. Compiled in CI.
import { AlignClient, AlignError } from "./client.js";

const client = new AlignClient({ url: "http://127.0.0.1:8420" });

export async function send(id: string, persona: string, body: string): Promise<string> {
  const aligned = await client.align({ id, persona, body, mode: "GO" });
  if (aligned.status !== "cleared" || aligned.body === null || aligned.receipt === null) {
    return `held: ${aligned.cause ?? "for review"}`;
  }
  const checked = await client.checkReceipt({ receipt: aligned.receipt, body: aligned.body });
  return checked.is_covered ? aligned.body : `not sent: ${checked.refusal}`;
}

export async function faults(persona: string, body: string): Promise<string[]> {
  try {
    const found = await client.validate({ persona, body });
    return found.violations.map((violation) => `${violation.rule}: ${violation.message}`);
  } catch (error) {
    if (error instanceof AlignError && error.retryAfter !== null) return [`again in ${error.retryAfter} s`];
    throw error;
  }
}

export async function clean(persona: string, bodies: AsyncIterable<string>): Promise<number> {
  async function* lines() {
    for await (const body of bodies) yield { persona, body };
  }
  let count = 0;
  for await (const row of client.validateBatch(lines())) {
    if ("error" in row) console.error(`line ${row.line}: ${row.error.detail}`);
    else if (row.ok) count += 1;
  }
  return count;
}
