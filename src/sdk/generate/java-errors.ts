/** The class of exceptions for what a node refuses, with one inside it for each error of the contract. */
import { javadoc } from './java-text.ts'
import { javaType } from './java-types.ts'
import type { Model, Type } from './model.ts'
import { pascalCase } from './model.ts'

/** The body of RefusedException.java. */
export function refusedText(model: Model): string {
  const named = (type: Type) => javaType(type, model, '')
  const classes = model.errors.map(({ symbol, meaning, data }) => {
    const { name, read } = named(data)
    const own = pascalCase(symbol)
    return `
${javadoc([meaning], '  ')}  public static final class ${own} extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient ${name} data;

    private ${own}(String message, JsonObject error, ${name} data) {
      super(message, error);
      this.data = data;
    }

    static ${own} of(String message, JsonObject error, Object data) {
      return new ${own}(message, error, ${read.replace('::', '.')}(data));
    }

    /** What belongs to it. */
    public ${name} data() {
      return data;
    }
  }
`
  })
  const cases = model.errors.map(
    ({ symbol }) => `        case "${symbol}" -> ${pascalCase(symbol)}.of(message, error, data);\n`,
  )
  return `/** The node said no. There is a class for each error of the contract. */
public abstract class RefusedException extends StegosException {
  private static final long serialVersionUID = 1;
  private final int code;

  private RefusedException(String message, JsonObject error) {
    super(JsonObject.of(error.value("data")).required("type", Json::string), message, isRetryable(error), null);
    this.code = Math.toIntExact(error.required("code", Json::integer));
  }

  private static boolean isRetryable(JsonObject error) {
    return JsonObject.of(error.value("data")).required("retryable", Json::bool);
  }

  /** Number in the error table of the contract. */
  public final int code() {
    return code;
  }

  /**
   * Reads the error in an answer.
   *
   * @throws IllegalArgumentException when it is not that of a Stegos node
   */
  public static RefusedException read(Object json) {
    JsonObject error = JsonObject.of(json);
    String message = error.required("message", Json::string);
    Object data = error.value("data");
    String symbol = JsonObject.of(data).required("type", Json::string);
    try {
      return switch (symbol) {
${cases.join('')}        default -> new Unknown(message, error, JsonObject.of(data).fields());
      };
    } catch (IllegalArgumentException changed) {
      return new Unknown(message, error, JsonObject.of(data).fields());
    }
  }

  /** An error that is not in the contract of this library: that of a newer node. */
  public static final class Unknown extends RefusedException {
    private static final long serialVersionUID = 1;
    private final transient Map<String, Object> data;

    private Unknown(String message, JsonObject error, Map<String, Object> data) {
      super(message, error);
      this.data = data;
    }

    /** All that came with it. */
    public Map<String, Object> data() {
      return data;
    }
  }
${classes.join('')}}
`
}
