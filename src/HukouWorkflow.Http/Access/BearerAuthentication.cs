using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace HukouWorkflow.Http.Access;

/// <summary>Sets up how tokens are judged.</summary>
public static class BearerAuthentication
{
    /// <summary>Judges tokens of the local host.</summary>
    public static IServiceCollection AddLocalBearer(this IServiceCollection services, LocalTokens tokens) =>
        Add(services, options => options.TokenValidationParameters = tokens.Requirements);

    /// <summary>Judges tokens of an OIDC authority; the local key is refused.</summary>
    public static IServiceCollection AddAuthorityBearer(this IServiceCollection services, Authority authority) => Add(services, options =>
    {
        options.Authority = authority.Address.ToString();
        options.Audience = authority.Audience;
        options.TokenValidationParameters.RequireSignedTokens = true;
        options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];
    });

    private static IServiceCollection Add(IServiceCollection services, Action<JwtBearerOptions> configure)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            // A token's life is judged by real time, also where the service's clock is lapsed.
            options.TimeProvider = TimeProvider.System;
            options.MapInboundClaims = false;
            configure(options);
        });
        return services;
    }
}
