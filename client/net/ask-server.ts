export interface HttpRefusal {
  ok: false
  code: string
  /** The rule of the law that says no. */
  rule?: string
  params?: Record<string, string | number>
}

/**
 * One request to the server's own address, JSON or a table as text. A refusal is a value with the server's code;
 * `link.down` when there was no answer at all.
 */
export async function askServer<Answer>(
  method: 'GET' | 'POST',
  path: string,
  body: unknown = {},
): Promise<{ ok: true; answer: Answer } | HttpRefusal> {
  try {
    const response = await fetch(path, {
      method,
      ...(method === 'POST' && {
        headers: { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const answer = (await response.json()) as Answer & Partial<Omit<HttpRefusal, 'ok'>>
    if (response.ok) return { ok: true, answer }
    return {
      ok: false,
      code: answer.code ?? 'server.failed',
      ...(answer.rule && { rule: answer.rule }),
      ...(answer.params && { params: answer.params }),
    }
  } catch {
    return { ok: false, code: 'link.down' }
  }
}
