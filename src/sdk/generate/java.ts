/** Emits the model as Java: the generated package of the library in sdks/java. */
import { refusedText } from './java-errors.ts'
import { DIRECTORY, INTERNAL, javadoc, javaFile, unboxed } from './java-text.ts'
import { javaType, javaTypes, recordFiles } from './java-types.ts'
import type { MethodModel, Model } from './model.ts'
import { callable, groupsOf, pascalCase } from './model.ts'
import { leaving, wrap } from './words.ts'

type File = [path: string, text: string]

/** The files of the library that follow from the contract, by path in the project. */
export function emitJava(model: Model, hash: string): File[] {
  const methods = callable(model)
  const groups = groupsOf(methods)
  return [
    ...javaTypes(model),
    ...methods.flatMap((method) => paramsFiles(method, model)),
    ...[...groups].map(([group, own]) => groupFile(group, own, model)),
    javaFile('StegosMethods', rootText([...groups.keys()])),
    javaFile('RefusedException', refusedText(model)),
    javaFile('Event', eventText(model)),
    javaFile('Contract', contractText(model, hash)),
    javaFile('MethodFacts', factsText(methods), INTERNAL),
    byNameFile(methods),
  ]
}

function paramsFiles({ name, summary, paramsName, params, exactlyOneOf }: MethodModel, model: Model): File[] {
  if (params.length === 0) return []
  const about = `Parameters of \`${name}\`: ${summary}.`
  if (exactlyOneOf.length === 0) return recordFiles(paramsName, about, params, model)
  if (params.some((field) => !exactlyOneOf.includes(field.name)))
    throw new Error(`${name}: beside what exactly one is of there is nothing yet`)
  const makers = params.map((chosen) => {
    const java = javaType(chosen.type, model, paramsName)
    const pascal = pascalCase(chosen.name)
    const about = javadoc([chosen.description], '  ')
    return `${about}  public static ${paramsName} by${pascal}(${unboxed(java.name)} ${chosen.name}) {\n    return new ${paramsName}(new JsonObject().put("${chosen.name}", ${chosen.name}, ${java.write}).fields());\n  }\n`
  })
  return [
    javaFile(
      paramsName,
      `${javadoc([`${about} Exactly one of them is given.`])}public final class ${paramsName} {
  private final Object json;

  private ${paramsName}(Object json) {
    this.json = json;
  }

${makers.join('\n')}
  /** Reads one from JSON. */
  public static ${paramsName} read(Object json) {
    return new ${paramsName}(JsonObject.of(json).fields());
  }

  /** Writes it as JSON. */
  public Object write() {
    return json;
  }
}
`,
    ),
  ]
}

function groupFile(group: string, methods: readonly MethodModel[], model: Model): File {
  const name = `${pascalCase(group)}Methods`
  return javaFile(
    name,
    `/** Methods of the group {@code ${group}}. */
public final class ${name} {
  private final Caller caller;

  ${name}(Caller caller) {
    this.caller = caller;
  }
${methods.map((method) => methodText(method, model)).join('')}}
`,
  )
}

function methodText(method: MethodModel, model: Model): string {
  const { name, summary, description, params, paramsName, result, errors, idempotency, exactlyOneOf } = method
  const way = method.deprecated
  const gone = way ? [`@deprecated ${leaving(way)}`] : []
  const mark = way ? `  @Deprecated(since = "${way.since}", forRemoval = true)\n` : ''
  const java = javaType(result, model, '')
  const fails = errors.map((symbol) => `{@link RefusedException.${pascalCase(symbol)}}`)
  const about = javadoc([`${summary}. ${description}`], '  ').trimEnd()
  const tags = [
    ...(fails.length > 0 ? wrap(`@throws RefusedException ${fails.join(', ')}`, 110) : []),
    ...gone,
  ]
  const tag = tags.map((line) => `   * ${line}\n`).join('')
  const long =
    about.endsWith('*/') && !about.includes('\n')
      ? about.replace('/** ', '/**\n   * ').replace(' */', '\n   */')
      : about
  const documented = tag ? long.replace(/ {3}\*\/$/, `   *\n${tag}   */`) : about
  const given = params.length > 0
  const own = name.split('.')[1]!
  const enough = given && exactlyOneOf.length === 0 && params.every(({ required }) => !required)
  const short = enough
    ? `\n${javadoc([`${summary}, with nothing but what is usual.`, ...gone], '  ')}${mark}  public ${java.name} ${own}() {\n    return ${own}(${paramsName}.of());\n  }\n`
    : ''
  const json = given ? 'params.write()' : 'new JsonObject().fields()'
  return `
${documented}
${mark}  public ${java.name} ${own}(${given ? `${paramsName} params` : ''}) {
    return caller.call("${name}", ${json}, ${idempotency === 'key'}, ${java.read});
  }
${short}`
}

function rootText(groups: readonly string[]): string {
  const entries = groups.map(
    (group) =>
      `\n  /** Methods of the group {@code ${group}}. */\n  public ${pascalCase(group)}Methods ${group}() {\n    return new ${pascalCase(group)}Methods(caller());\n  }\n`,
  )
  return `/** The methods of the contract, in their groups. */
public abstract class StegosMethods {
  /** Made by this library only. */
  protected StegosMethods() {}

  /** What carries calls out. */
  @SuppressWarnings("exports") // for this library alone
  protected abstract Caller caller();
${entries.join('')}}
`
}

function eventText(model: Model): string {
  const topics = model.topics.map(({ name, summary, event }) => {
    const java = javaType(event, model, '')
    // In full, since an event may have the name of what belongs to it.
    const data = `org.stegos.api.${java.name}`
    return { own: pascalCase(name), name, summary, data }
  })
  const records = topics.map(
    ({ own, name, summary, data }) => `
${javadoc([summary, '@param data what belongs to it'], '  ')}  record ${own}(${data} data) implements Event {
    @Override
    public String topic() {
      return "${name}";
    }
  }
`,
  )
  const cases = topics.map(
    ({ own, name, data }) => `        case "${name}" -> new ${own}(${data}.read(json));\n`,
  )
  return `/** An event, or the mark between what had been and what is new. */
public sealed interface Event {
  /** Its topic in the contract, such as {@code chain.block}. */
  String topic();
${records.join('')}
  /** Everything that had happened when the stream began has been told; from here on events are live. Comes once. */
  record CaughtUp() implements Event {
    @Override
    public String topic() {
      return "caught_up";
    }
  }

  /**
   * An event that is not in the contract of this library: that of a newer node.
   *
   * @param topic its topic
   * @param data all that came with it
   */
  record Unknown(String topic, Map<String, Object> data) implements Event {}

  /** Reads one from JSON. */
  static Event read(String topic, Object json) {
    try {
      return switch (topic) {
${cases.join('')}        case "caught_up" -> new CaughtUp();
        default -> new Unknown(topic, JsonObject.of(json).fields());
      };
    } catch (IllegalArgumentException changed) {
      return new Unknown(topic, JsonObject.of(json).fields());
    }
  }
}
`
}

function contractText(model: Model, hash: string): string {
  return `/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "${model.version}";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "${hash}";

  private Contract() {}
}
`
}

function factsText(methods: readonly MethodModel[]): string {
  const keyed = methods.map(
    ({ name, idempotency }) => `          Map.entry("${name}", ${idempotency === 'key'})`,
  )
  const deprecated = methods.flatMap(({ name, deprecated: way }) =>
    way ? [`          Map.entry("${name}", ${JSON.stringify(leaving(way))})`] : [],
  )
  const leavingText = deprecated.length > 0 ? `Map.ofEntries(\n${deprecated.join(',\n')})` : 'Map.of()'
  return `/** What the runtime has to know of methods. */
public final class MethodFacts {
  /** Whether a method takes an idempotency key: of every method of the contract. */
  public static final Map<String, Boolean> KEYED =
      Map.ofEntries(
${keyed.join(',\n')});

  /** Methods that are on their way out, with what to say of them. */
  public static final Map<String, String> DEPRECATED = ${leavingText};

  private MethodFacts() {}
}
`
}

/** Calls by name, so that tests can carry out the examples of the contract through the typed methods. */
function byNameFile(methods: readonly MethodModel[]): File {
  const cases = methods.map(({ name, params, paramsName, result }) => {
    const [group, method] = name.split('.')
    const call = `client.${group}().${method}(${params.length > 0 ? `${paramsName}.read(params)` : ''})`
    return `      case "${name}" -> ${call}${result.kind === 'named' && result.name === 'ContractDocument' ? '' : '.write()'};\n`
  })
  const [, text] = javaFile(
    'ByName',
    `/** Methods by name. */
public final class ByName {
  private ByName() {}

  /** Carries out a method through its typed function; the answer goes through its type, too. */
  @SuppressWarnings("removal")
  public static Object call(StegosMethods client, String method, Object params) {
    return switch (method) {
${cases.join('')}      default -> throw new IllegalArgumentException(method);
    };
  }
}
`,
  )
  return [`${DIRECTORY.replace('/main/', '/test/')}/ByName.java`, text]
}
