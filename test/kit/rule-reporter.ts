import type { Reporter, TestModule } from 'vitest/node'

/**
 * Prints each rule with the number of passed test cases whose title names it as a word, and fails the run for a rule
 * without one. Each row of a table is a case.
 */
export abstract class RuleReporter implements Reporter {
  /** The rules in the order in which they are printed, each with what it says. */
  abstract rules(): { id: string; says: string }[]

  onTestRunEnd(modules: readonly TestModule[]): void {
    const titles = modules.flatMap(({ children }) =>
      [...children.allTests('passed')].map(({ fullName }) => fullName),
    )
    const cases = this.rules().map(({ id, says }) => {
      const named = new RegExp(`(?<![\\w-])${id}(?![\\w-])`)
      return { id, says, count: titles.filter((title) => named.test(title)).length }
    })
    const wide = Math.max(...cases.map(({ id }) => id.length))
    for (const { id, says, count } of cases)
      process.stdout.write(`${id.padEnd(wide)}  ${String(count).padStart(4)}  ${says}\n`)
    const without = cases.filter(({ count }) => count === 0).map(({ id }) => id)
    const sum = cases.reduce((all, { count }) => all + count, 0)
    process.stdout.write(`${cases.length} rules, ${sum} cases in ${titles.length} passed tests\n`)
    if (without.length === 0) return
    process.stderr.write(`Without a case: ${without.join(', ')}\n`)
    process.exitCode = 1
  }
}
